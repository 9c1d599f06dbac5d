package org.anlan.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.store.sql.LayerTable;

/**
 * Looks whether every index is there and valid. The pages of the database's own
 * files are PostgreSQL's affair (checksums, pg_amcheck): they are not looked at.
 */
final class IndexLook {

    private final Connection connection;
    private final BiConsumer<String, Text> found;

    IndexLook(Connection connection, BiConsumer<String, Text> found) {
        this.connection = connection;
        this.found = found;
    }

    void at(List<LayerTable> tables) throws SQLException {
        for (LayerTable table : tables) {
            mustBeValid("current_" + table.word());
            mustBeValid("ended_" + table.word());
            if (table.layer().surveyYearField().isPresent()) {
                mustBeValid("year_" + table.word());
            }
            if (table.layer().geometry() != GeometryKind.NONE) {
                mustBeValid("geom_" + table.word());
            }
        }
        for (String index : List.of("revision_layer", "revision_source", "upload_sha256", "job_open")) {
            mustBeValid(index);
        }
    }

    private void mustBeValid(String index) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT i.indisvalid AND i.indisready FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid"
                        + " WHERE c.relname = ? AND c.relnamespace = current_schema()::regnamespace")) {
            query.setString(1, index);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    found.accept(
                            index,
                            Text.of(
                                    "缺少索引；重新启动服务会重建图层索引",
                                    "the index is missing; layers' indexes are made again when the service starts"));
                } else if (!row.getBoolean(1)) {
                    found.accept(index, Text.of("索引无效；请执行 REINDEX", "the index is not valid; run REINDEX"));
                }
            }
        }
    }
}
