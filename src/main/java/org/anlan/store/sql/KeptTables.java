package org.anlan.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.sql.KeptTable.Column;
import org.anlan.store.sql.KeptTable.Kind;

/**
 * All that a store keeps for good, in an order in which it can be written: revisions before the rows that name them. Jobs under way and sessions are left out:
 * they belong to the processes that do them and the browsers that show them; so is what a database notes of its own tables.
 */
final class KeptTables {

    static final String REVISION = "revision";
    static final String SETTING = "setting";

    private KeptTables() {}

    static List<KeptTable> of(Catalog catalog) {
        List<KeptTable> tables = new ArrayList<>();
        tables.add(
                beside(
                        REVISION,
                        "id",
                        "",
                        "id:n layer kind author at:m note source_name source_sha256 source_crs added:n changed:n removed:n state repairs"));
        tables.add(beside("upload", "rowid", "", "id file_name sha256 bytes:n received_at:m state choices"));
        tables.add(beside("upload_report", "upload", "", "upload report:b stamp"));
        tables.add(beside(SETTING, "", "key NOT LIKE 'schema.%'", "key value"));
        tables.add(beside("document", "rowid", "", "id kind created_at:m author name sha256 body"));
        tables.add(beside(
                "job",
                "rowid",
                "state NOT IN ('queued', 'running')",
                "id kind upload author note state queued_at:m node version:n step done:n total:n stopping:t ended_at:m refusal code"
                        + " message_zh message_en revisions from_where"));
        tables.add(
                beside("ledger_event", "seq", "", "seq:n ledger subject number:n kind happened_on:d at:m author body"));
        tables.add(beside(
                "attachment", "rowid", "", "id ledger subject name type sha256 bytes:n lon:r lat:r at:m author"));
        tables.add(beside(
                "account",
                "name",
                "",
                "name display password roles regions must_change:t closed:t identity stamp created_at:m"));
        tables.add(
                beside("api_token", "id", "", "id account label hash scopes created_at:m expires_at:m revoked_at:m"));
        tables.add(beside("audit", "seq", "", "seq:n at:m who from_where action subject detail revision:n hash"));
        catalog.layers().forEach(layer -> tables.add(layer(layer)));
        return tables;
    }

    private static KeptTable beside(String name, String order, String condition, String columns) {
        return new KeptTable(
                name,
                Arrays.stream(columns.split(" ", -1)).map(KeptTables::column).toList(),
                order,
                condition,
                Optional.empty());
    }

    private static Column column(String written) {
        int colon = written.indexOf(':');
        if (colon < 0) {
            return new Column(written, Kind.TEXT);
        }
        Kind kind =
                switch (written.charAt(colon + 1)) {
                    case 'n' -> Kind.NUMBER;
                    case 'm' -> Kind.MOMENT;
                    case 'b' -> Kind.BYTES;
                    case 't' -> Kind.TRUTH;
                    case 'd' -> Kind.DATE;
                    case 'r' -> Kind.REAL;
                    default -> throw new IllegalArgumentException(written);
                };
        return new Column(written.substring(0, colon), kind);
    }

    private static KeptTable layer(LayerDefinition layer) {
        LayerTable table = new LayerTable(layer);
        List<Column> columns = new ArrayList<>(List.of(
                new Column("fid", Kind.NUMBER),
                new Column("id", Kind.TEXT),
                new Column("rev_from", Kind.NUMBER),
                new Column("rev_to", Kind.NUMBER),
                new Column("geom", Kind.SHAPE),
                new Column("length_m", Kind.REAL),
                new Column("area_m2", Kind.REAL),
                new Column("content_hash", Kind.BYTES),
                new Column("extra", Kind.TEXT)));
        for (FieldDefinition field : layer.fields()) {
            columns.add(new Column(
                    field.name(),
                    switch (field.type()) {
                        case TEXT -> Kind.TEXT;
                        case INTEGER -> Kind.NUMBER;
                        case NUMBER -> Kind.REAL;
                        case BOOLEAN -> Kind.TRUTH;
                        case DATE -> Kind.DATE;
                    }));
        }
        return new KeptTable("f_" + table.word(), columns, "fid", "", Optional.of(table));
    }
}
