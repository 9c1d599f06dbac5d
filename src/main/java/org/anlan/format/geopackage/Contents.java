package org.anlan.format.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureSource;
import org.anlan.format.FindingList;
import org.anlan.format.SourceField;
import org.anlan.geo.PrjMatcher;

/** What {@code gpkg_contents} lists (OGC 12-128r18, clause 1.1.3), as layers. */
final class Contents {

    private static final int MOST_LAYERS = 500;
    private static final int LONGEST_NAME = 300;
    private static final Duration TABLE_TIME = Duration.ofHours(1);
    /** Names of the column that only numbers the rows; another integer key may say something and is kept. */
    private static final List<String> ROW_NUMBERS = List.of("fid", "ogc_fid", "objectid", "ogr_row");

    private final Path file;
    private final Connection connection;
    private final Duration viewTime;
    private final Schema schema;
    private final List<FeatureSource> layers = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    Contents(Path file, Connection connection, Duration viewTime) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.viewTime = viewTime;
        this.schema = new Schema(connection);
    }

    /** A line of the table. */
    private record Entry(String table, String kind) {}

    /** Whether the file has the table at all. */
    boolean areThere() {
        return schema.isPlainTable("gpkg_contents");
    }

    /** The layers, in the order of their names. */
    List<FeatureSource> layers() {
        return List.copyOf(layers);
    }

    /** Names of what is listed and was not read. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    void read() throws SQLException {
        for (Entry entry : entries()) {
            boolean table = List.of("features", "attributes", "aspatial").contains(entry.kind());
            try {
                if (table && schema.mayBeRead(entry.table())) {
                    layers.add(layer(entry.table()));
                } else {
                    unread.add(shown(entry.table()));
                }
            } catch (SQLException damaged) {
                unread.add(shown(entry.table()));
            }
        }
        layers.sort(Comparator.comparing(FeatureSource::name));
    }

    private List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT table_name, lower(data_type) FROM gpkg_contents WHERE length(table_name) <= ? LIMIT ?")) {
            query.setInt(1, LONGEST_NAME);
            query.setInt(2, MOST_LAYERS);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(rows.getString(1), String.valueOf(rows.getString(2))));
                }
            }
        }
        return entries;
    }

    private Layer layer(String table) throws SQLException {
        FindingList findings = new FindingList(table);
        Optional<String> shapes = first(
                "gpkg_geometry_columns",
                "SELECT column_name FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?)",
                table);
        List<SourceField> fields = new ArrayList<>();
        boolean shapesThere = false;
        for (Schema.ColumnInfo column : schema.columns(table)) {
            if (shapes.isPresent() && column.name().equalsIgnoreCase(shapes.get())) {
                shapesThere = true;
            } else if (!isRowNumber(column, schema.isView(table))) {
                Optional<SourceField> field =
                        column.isComputed() ? Optional.empty() : Column.field(column.name(), column.type());
                field.ifPresentOrElse(fields::add, () -> findings.add(leftOut(table, column.name())));
            }
        }
        return new Layer(
                file,
                table,
                shapesThere ? shapes : Optional.empty(),
                List.copyOf(fields),
                count(table),
                shapesThere ? declaredCrs(table) : Optional.empty(),
                findings.list(),
                schema.isView(table) ? viewTime : TABLE_TIME);
    }

    private static boolean isRowNumber(Schema.ColumnInfo column, boolean view) {
        return ROW_NUMBERS.contains(column.name().toLowerCase(Locale.ROOT)) && (column.isKey() || view);
    }

    private static Finding leftOut(String table, String column) {
        return Finding.ofFile(
                "gpkg.field-left-out",
                Severity.WARNING,
                table,
                Text.of(
                        "字段“%s”存放的是图片、附件、另一个图形或由公式计算，未读取",
                        "the field “%s” holds pictures, attachments or further shapes, or is computed, and is not read",
                        shown(column)));
    }

    /** GDAL keeps the number of rows beside the table; it is believed only for what a progress bar shows. */
    private Optional<Integer> count(String table) throws SQLException {
        return first(
                        "gpkg_ogr_contents",
                        "SELECT feature_count FROM gpkg_ogr_contents WHERE lower(table_name) = lower(?)",
                        table)
                .filter(count -> count.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    /** The code where a register is named, else the text of the definition (OGC 12-128r18, clause 1.1.2). */
    private Optional<String> declaredCrs(String table) throws SQLException {
        String from = " FROM gpkg_geometry_columns g JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
                + " WHERE lower(g.table_name) = lower(?) AND s.srs_id NOT IN (-1, 0)";
        if (!schema.isPlainTable("gpkg_spatial_ref_sys")) {
            return Optional.empty();
        }
        Optional<String> code = first(
                        "gpkg_geometry_columns",
                        "SELECT upper(s.organization) || ':' || s.organization_coordsys_id" + from,
                        table)
                .filter(text -> text.matches("EPSG:[0-9]{1,9}"));
        Optional<String> definition = first(
                        "gpkg_geometry_columns", "SELECT substr(s.definition, 1, 20000)" + from, table)
                .filter(text -> !text.isBlank() && !text.strip().equalsIgnoreCase("undefined"));
        boolean listed = code.flatMap(PrjMatcher::match).isPresent();
        boolean definitionKnown = definition.flatMap(PrjMatcher::match).isPresent();
        return listed || !definitionKnown ? code.or(() -> definition) : definition;
    }

    /** The first answer of a query about a table; empty where the table that is asked is not there. */
    private Optional<String> first(String asked, String sql, String table) throws SQLException {
        if (!schema.isPlainTable(asked)) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }
}
