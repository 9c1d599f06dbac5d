package org.anlan.tiles;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.mvt.TileGeometry;
import org.anlan.format.mvt.TileLayer;
import org.anlan.store.Row;

/** One layer in one tile, filled feature by feature. */
final class LayerTile {

    /** Points closer together than this are gathered far out: 16 pixels. */
    private static final int CELL = 128;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(TileLayer.Type type, TileGeometry geometry, Object[] attributes, double measure, int bytes) {}

    private static final class Gathered {
        private int x;
        private int y;
        private long count;
    }

    private final LayerDefinition layer;
    private final Detail detail;
    private final Drawing drawing;
    private final List<String> names;
    private final int[] fields;
    private final List<Kept> kept = new ArrayList<>();
    private final Map<List<Object>, Joining> joining = new LinkedHashMap<>();
    private final Map<List<Object>, Gathered> gathered = new LinkedHashMap<>();
    private long bytes;

    LayerTile(LayerDefinition layer, Square square, Detail detail) {
        this.layer = layer;
        this.detail = detail;
        this.drawing = new Drawing(square, detail);
        Set<String> shown = detail.single()
                ? fields(layer)
                : new LinkedHashSet<>(layer.style().field().stream().toList());
        this.fields = shown.stream().mapToInt(layer::indexOf).toArray();
        this.names = new ArrayList<>(shown);
        this.names.add(detail.single() ? "id" : "count");
    }

    /** The attributes of single features: those that the catalogue chooses, else name, class and survey year. */
    static Set<String> fields(LayerDefinition layer) {
        if (!layer.style().tileFields().isEmpty()) {
            return new LinkedHashSet<>(layer.style().tileFields());
        }
        Set<String> fields = new LinkedHashSet<>();
        layer.nameField().ifPresent(fields::add);
        layer.style().field().ifPresent(fields::add);
        layer.surveyYearField().ifPresent(fields::add);
        return fields;
    }

    void take(Row row) {
        row.wkb().ifPresent(wkb -> {
            switch (Drawing.dimension(wkb)) {
                case 0 -> points(row, wkb);
                case 1 -> lines(row, wkb);
                case 2 -> areas(row, wkb);
                default -> {
                    // a mixed collection: no layer of the catalogue has them, and a vector tile has no word for them
                }
            }
        });
    }

    private void points(Row row, ByteBuffer wkb) {
        if (detail.single()) {
            TileGeometry geometry = new TileGeometry();
            drawing.points(wkb, geometry::point);
            keep(TileLayer.Type.POINT, geometry, attributes(row), 1);
            return;
        }
        drawing.points(wkb, (x, y) -> {
            List<Object> key = new ArrayList<>(classOf(row));
            key.add(x / CELL);
            key.add(y / CELL);
            Gathered cell = gathered.computeIfAbsent(key, first -> new Gathered());
            if (cell.count++ == 0) {
                cell.x = x;
                cell.y = y;
            }
        });
    }

    private void lines(Row row, ByteBuffer wkb) {
        if (detail.single()) {
            TileGeometry geometry = new TileGeometry();
            drawing.lines(wkb, geometry);
            keep(TileLayer.Type.LINE, geometry, attributes(row), drawing.measure());
            return;
        }
        Joining lines = joining.computeIfAbsent(classOf(row), first -> new Joining());
        drawing.lines(wkb, (xy, count) -> lines.add(Arrays.copyOf(xy, 2 * count)));
    }

    private void areas(Row row, ByteBuffer wkb) {
        TileGeometry geometry = new TileGeometry();
        drawing.areas(wkb, geometry);
        Object[] attributes = attributes(row);
        if (!detail.single()) {
            attributes[attributes.length - 1] = null;
        }
        keep(TileLayer.Type.POLYGON, geometry, attributes, drawing.measure());
    }

    private List<Object> classOf(Row row) {
        List<Object> values = new ArrayList<>();
        for (int field : fields) {
            values.add(row.value(field));
        }
        return values;
    }

    private Object[] attributes(Row row) {
        Object[] values = new Object[names.size()];
        for (int i = 0; i < fields.length; i++) {
            values[i] = row.value(fields[i]);
        }
        values[fields.length] = detail.single() ? row.id() : null;
        return values;
    }

    private void keep(TileLayer.Type type, TileGeometry geometry, Object[] attributes, double measure) {
        if (!geometry.isEmpty()) {
            int size = geometry.bytes() + 8 + 4 * attributes.length + (detail.single() ? 24 : 0);
            kept.add(new Kept(type, geometry, attributes, measure, size));
            bytes += size;
        }
    }

    /** Puts what was joined and gathered among the features. */
    void close() {
        joining.forEach((values, lines) -> {
            for (int[] xy : lines.joined()) {
                int[] thin = drawing.thinned(xy);
                if (thin.length >= 4) {
                    TileGeometry geometry = new TileGeometry();
                    geometry.line(thin, thin.length / 2);
                    keep(TileLayer.Type.LINE, geometry, withCount(values, null), length(thin));
                }
            }
        });
        joining.clear();
        gathered.forEach((key, cell) -> {
            TileGeometry geometry = new TileGeometry();
            geometry.point(cell.x, cell.y);
            keep(TileLayer.Type.POINT, geometry, withCount(key.subList(0, fields.length), cell.count), (double)
                    cell.count);
        });
        gathered.clear();
    }

    private Object[] withCount(List<Object> values, Long count) {
        Object[] attributes = values.toArray(new Object[names.size()]);
        attributes[names.size() - 1] = count;
        return attributes;
    }

    private static double length(int[] xy) {
        double length = 0;
        for (int i = 2; i < xy.length; i += 2) {
            length += Math.hypot(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
        }
        return length;
    }

    /** About how many bytes it takes. */
    long bytes() {
        return bytes;
    }

    /** The layer with what is largest of it, in at most so many bytes. */
    TileLayer layer(long most) {
        double least = 0;
        if (bytes > most) {
            List<Kept> bySize = new ArrayList<>(kept);
            bySize.sort(Comparator.comparingDouble(Kept::measure).reversed());
            long sum = 0;
            for (Kept one : bySize) {
                sum += one.bytes();
                if (sum > most) {
                    break;
                }
                least = one.measure();
            }
        }
        TileLayer out = new TileLayer(layer.id());
        long sum = 0;
        for (Kept one : kept) {
            if (one.measure() >= least && sum + one.bytes() <= most) {
                out.add(one.type(), one.geometry(), names, one.attributes());
                sum += one.bytes();
            }
        }
        return out;
    }
}
