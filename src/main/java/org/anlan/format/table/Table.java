package org.anlan.format.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;
import org.anlan.format.place.Place;

/**
 * A table with a header as one layer. It has shapes when its columns say where its rows lie. Types are inferred over all rows:
 * INTEGER, NUMBER, DATE (2024-03-05, 2024/3/5, 2024年3月5日), BOOLEAN where the format has them, else TEXT.
 *
 * @param name the layer's name
 * @param format short name of the format
 * @param encoding of its text
 * @param source its rows
 * @param header how many rows that are not blank stand above the first record
 * @param width how many columns have a name
 * @param columns the columns that are fields
 * @param place where its rows lie; empty when no column tells
 * @param rows records
 * @param findings what was found when it was opened
 */
public record Table(
        String name,
        String format,
        SourceEncoding encoding,
        RowSource source,
        int header,
        int width,
        List<Column> columns,
        Optional<Place> place,
        int rows,
        List<Finding> findings)
        implements FeatureSource {

    /**
     * Reads a table once through for its header, types and place.
     *
     * @param name names the layer
     * @param format short name of the format, with which its codes begin
     * @return empty when no row has a cell
     */
    public static Optional<FeatureSource> open(String name, String format, SourceEncoding encoding, RowSource source)
            throws IOException {
        return TableScan.of(name, format, encoding, source).map(table -> table);
    }

    @Override
    public List<SourceField> fields() {
        return columns.stream().map(Column::field).toList();
    }

    @Override
    public Optional<Integer> count() {
        return Optional.of(rows);
    }

    @Override
    public Optional<String> declaredCrs() {
        return place.flatMap(Place::crs);
    }

    @Override
    public Optional<Text> crsReason() {
        return place.flatMap(Place::crsReason);
    }

    @Override
    public Optional<FeatureSource> readAs(Charset charset) throws IOException {
        Optional<RowSource> other = source.in(charset);
        return other.isEmpty() ? Optional.empty() : Optional.of(readAs(other.get(), charset));
    }

    /** The same columns, all as text. */
    private Table readAs(RowSource other, Charset charset) throws IOException {
        List<String> names = TableScan.names(other);
        return new Table(
                name,
                format,
                new SourceEncoding(charset, SourceEncoding.Reason.CHOSEN),
                other,
                header,
                width,
                columns.stream().map(column -> column.asText(names)).toList(),
                Optional.empty(),
                rows,
                List.of());
    }

    @Override
    public FeatureReader read() throws IOException {
        return new TableReader(this);
    }
}
