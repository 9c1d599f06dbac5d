package org.anlan.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.anlan.base.Sha256;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;

/** Tells whether the tables and views were made for this catalogue: a hash over what they are made from is kept with the settings. */
final class SchemaState {

    private static final String KEY = "schema.catalog";
    /** To be raised when {@link PostgisSchema} makes something else from the same catalogue. */
    private static final String EDITION = "1";

    private final PostgisConnections connections;
    private final String wanted;

    SchemaState(PostgisConnections connections, Catalog catalog) {
        this.connections = connections;
        this.wanted = hash(catalog);
    }

    private static String hash(Catalog catalog) {
        StringBuilder text = new StringBuilder(EDITION);
        for (LayerDefinition layer : catalog.layers()) {
            text.append('\n')
                    .append(layer.id())
                    .append(' ')
                    .append(layer.geometry())
                    .append(' ')
                    .append(layer.title().both());
            text.append(' ').append(layer.surveyYearField());
            for (FieldDefinition field : layer.fields()) {
                text.append('\n')
                        .append(field.name())
                        .append(' ')
                        .append(field.type())
                        .append(' ')
                        .append(field.codeList());
            }
        }
        for (CodeList list : catalog.codeLists()) {
            list.entries().forEach(entry -> text.append('\n')
                    .append(list.id())
                    .append(' ')
                    .append(entry.code())
                    .append(' ')
                    .append(entry.label().both()));
        }
        return Sha256.of(text.toString());
    }

    boolean isCurrent() throws SQLException {
        try (Connection connection = connections.reading().getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT value FROM setting WHERE key = ?")) {
            query.setString(1, KEY);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getString(1).equals(wanted);
            }
        }
    }

    void keep(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO setting(key, value) VALUES (?, ?)"
                + " ON CONFLICT(key) DO UPDATE SET value = excluded.value")) {
            insert.setString(1, KEY);
            insert.setString(2, wanted);
            insert.executeUpdate();
        }
    }
}
