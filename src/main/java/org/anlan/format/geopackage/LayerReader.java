package org.anlan.format.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureReader;
import org.anlan.format.FindingList;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;
import org.anlan.format.Utf8;
import org.locationtech.jts.geom.Geometry;

/** Reads the rows of a table one after the other. */
final class LayerReader implements FeatureReader {

    private final Layer layer;
    private final FindingList findings;
    private final ShapeBlob shapes;
    private final Effort effort;
    private final Connection connection;
    private final PreparedStatement query;
    private final ResultSet rows;
    private final boolean utf8;
    private int record;
    private boolean ended;

    private LayerReader(Layer layer, Connection connection, Effort effort) throws SQLException {
        this.layer = layer;
        this.connection = connection;
        this.effort = effort;
        this.findings = new FindingList(layer.name());
        this.shapes = new ShapeBlob(findings);
        this.utf8 = isUtf8(connection);
        effort.watch(connection);
        this.query = connection.prepareStatement(select(layer));
        this.rows = query.executeQuery();
    }

    static FeatureReader start(Layer layer) throws IOException {
        Effort effort = new Effort(Files.size(layer.file()), layer.most());
        try {
            Connection connection = Opened.readOnly(layer.file());
            try {
                return new LayerReader(layer, connection, effort);
            } catch (SQLException | RuntimeException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException damaged) {
            return new Ended(layer, damaged);
        }
    }

    private static boolean isUtf8(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet encoding = statement.executeQuery("PRAGMA encoding")) {
            return encoding.next() && encoding.getString(1).equals("UTF-8");
        }
    }

    private static String select(Layer layer) {
        Stream<String> columns = Stream.concat(
                layer.shapeColumn().stream(), layer.fields().stream().map(SourceField::name));
        String list = columns.map(Names::quote).collect(Collectors.joining(", "));
        return "SELECT " + (list.isEmpty() ? "1" : list) + " FROM " + Names.quote(layer.name());
    }

    @Override
    public Optional<SourceFeature> next() {
        while (!ended) {
            try {
                Optional<SourceFeature> feature = row();
                if (feature.isPresent() || ended) {
                    return feature;
                }
            } catch (BadShape bad) {
                findings.record(bad.code(), Severity.ERROR, record, bad.reason());
            } catch (SQLException failed) {
                ended = true;
                findings.add(Damage.finding(failed, layer.name(), record + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<SourceFeature> row() throws SQLException, BadShape {
        effort.begin();
        boolean found = rows.next();
        effort.pause();
        if (!found || effort.spent(record + 1)) {
            ended = true;
            if (found) {
                findings.add(Damage.endless(layer.name(), record + 1));
            }
            return Optional.empty();
        }
        record++;
        Optional<Geometry> shape = layer.shapeColumn().isPresent() ? shape() : Optional.empty();
        return Optional.of(new SourceFeature(record, shape, values()));
    }

    private Optional<Geometry> shape() throws SQLException, BadShape {
        Object value = rows.getObject(1);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof byte[] blob) {
            effort.took(blob.length);
            return shapes.decode(record, blob);
        }
        throw BadShape.because("图形字段中是文字或数字，不是图形", "the geometry column holds a text or a number, no geometry");
    }

    private Object[] values() throws SQLException {
        List<SourceField> fields = layer.fields();
        int first = layer.shapeColumn().isPresent() ? 2 : 1;
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = rows.getObject(first + i);
            if (value != null) {
                values[i] = value(fields.get(i), first + i, value);
            }
        }
        return values;
    }

    private Object value(SourceField field, int column, Object source) throws SQLException {
        if (source instanceof byte[] blob) {
            effort.took(blob.length);
        }
        Object plain = source instanceof String text ? text(field, column, text) : source;
        Optional<Object> value = CellValue.of(field.type(), plain);
        if (value.isEmpty()) {
            findings.tally(
                    "gpkg.value",
                    field.name(),
                    Severity.WARNING,
                    record,
                    Text.of(
                            "字段“%s”的值与声明的类型不符，已留空",
                            "a value of the field “%s” does not fit the declared type and was left empty",
                            field.name()));
        }
        return value.orElse(null);
    }

    /** Some software writes the bytes of GBK where UTF-8 is asked for. */
    private String text(SourceField field, int column, String text) throws SQLException {
        effort.took(text.length());
        if (!utf8 || text.indexOf('\uFFFD') < 0) {
            return text;
        }
        byte[] bytes = rows.getBytes(column);
        if (Utf8.of(bytes, 0, bytes.length) != Utf8.Trial.INVALID) {
            return text;
        }
        findings.tally(
                "gpkg.text-encoding",
                field.name(),
                Severity.WARNING,
                record,
                Text.of(
                        "字段“%s”的文字不是 UTF-8，已按 GB18030 读取，请核对",
                        "texts of the field “%s” are not UTF-8 and were read as GB18030; check them", field.name()));
        return new String(bytes, TextEncoding.GB18030);
    }

    @Override
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        try (connection;
                query) {
            rows.close();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    /** A table that could not even be asked. */
    private record Ended(List<Finding> findings) implements FeatureReader {

        Ended(Layer layer, SQLException damaged) {
            this(List.of(Damage.finding(damaged, layer.name(), 0)));
        }

        @Override
        public Optional<SourceFeature> next() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
