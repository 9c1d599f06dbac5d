package org.anlan.frozen;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.RowFilter;
import org.anlan.store.RowVisitor;

/** One layer as it was at one revision, mapped into memory. Safe for many threads. */
final class FrozenLayer {

    private final LayerDefinition layer;
    private final RowLayout layout;
    private final Head head;
    private final long bytes;
    private final Section rows;
    private final Section texts;
    private final Section shapes;
    private final Section features;
    private final BoxIndex boxes;
    private final IdTable ids;
    private final int yearField;

    private FrozenLayer(Path folder, LayerDefinition layer, Head head) throws IOException {
        this.layer = layer;
        this.layout = new RowLayout(layer);
        this.head = head;
        this.bytes = bytes(folder);
        this.rows = Section.open(folder.resolve(Freezing.ROWS));
        this.texts = Section.open(folder.resolve(Freezing.TEXTS));
        this.shapes = Section.open(folder.resolve(Freezing.SHAPES));
        this.features = Section.open(folder.resolve(Freezing.FEATURES));
        this.boxes = BoxIndex.open(Section.open(folder.resolve(Freezing.BOXES)), head.leaves());
        this.ids = IdTable.open(Section.open(folder.resolve(Freezing.IDS)), head.rows());
        this.yearField = layer.surveyYearField().map(layer::indexOf).orElse(-1);
    }

    /** Opens a folder when it holds this state; empty when it holds another one or is not whole. */
    static Optional<FrozenLayer> open(Path folder, LayerDefinition layer, String state) throws IOException {
        Optional<Head> head = Head.read(folder).filter(h -> h.state().equals(state));
        return head.isPresent() ? Optional.of(new FrozenLayer(folder, layer, head.get())) : Optional.empty();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    LayerDefinition layer() {
        return layer;
    }

    RowLayout layout() {
        return layout;
    }

    Section rows() {
        return rows;
    }

    Section texts() {
        return texts;
    }

    Section shapes() {
        return shapes;
    }

    Section features() {
        return features;
    }

    /** What it takes on disk. */
    long bytes() {
        return bytes;
    }

    /** Reads as {@link org.anlan.store.FeatureStore#read} says, by rising or falling key. */
    boolean read(FeatureQuery query, RowVisitor visitor) {
        boolean down = query.order() == FeatureQuery.Order.KEY_DOWN;
        Walk walk = new Walk(query, visitor);
        Optional<int[]> found = found(query);
        if (found.isPresent()) {
            return down ? walk.back(found.get()) : walk.through(found.get());
        }
        return down ? walk.back(behind(query.afterFid() - 1)) : walk.from(behind(query.afterFid()));
    }

    /** The rows to look at, rising; empty where walking along all of them is quicker. */
    private Optional<int[]> found(FeatureQuery query) {
        if (!query.ids().isEmpty()) {
            return Optional.of(named(query));
        }
        if (query.extent().isEmpty()) {
            return Optional.empty();
        }
        BoxIndex.Rectangle rectangle = rectangle(query.extent().get());
        int met = boxes.count(rectangle);
        if (met > 16 && met >= head.rows() / 4) {
            return Optional.empty();
        }
        int[] found = boxes.search(rectangle, met);
        Arrays.sort(found);
        return Optional.of(found);
    }

    /**
     * How many features a query names, whatever its limit and place in the pages.
     *
     * @param mostLooks looks at no more features than this
     * @return -1 when more would have to be looked at
     */
    long count(FeatureQuery query, long mostLooks) {
        FeatureQuery whole = query.in(FeatureQuery.Order.KEY).page(0, Integer.MAX_VALUE);
        boolean plain = query.filter() == RowFilter.ALL
                && query.surveyYear().isEmpty()
                && query.ids().isEmpty();
        long candidates = query.extent().isPresent()
                ? boxes.count(rectangle(query.extent().get()))
                : head.rows();
        if (plain) {
            return candidates;
        }
        if (query.ids().isEmpty() && candidates > mostLooks) {
            return -1;
        }
        long[] count = {0};
        read(whole, row -> {
            count[0]++;
            return true;
        });
        return count[0];
    }

    private static BoxIndex.Rectangle rectangle(Extent extent) {
        return new BoxIndex.Rectangle(extent.west(), extent.south(), extent.east(), extent.north());
    }

    private int[] named(FeatureQuery query) {
        return query.ids().stream()
                .mapToInt(this::row)
                .filter(row -> row >= 0)
                .sorted()
                .toArray();
    }

    private int row(String id) {
        byte[] wanted = id.getBytes(StandardCharsets.UTF_8);
        return ids.find(id.hashCode(), row -> {
            long at = rows.getLong(layout.at(row) + RowLayout.ID);
            return texts.getInt(at) == wanted.length
                    && texts.slice(at + Integer.BYTES, wanted.length).equals(ByteBuffer.wrap(wanted));
        });
    }

    /** The first row whose key is greater. */
    private int behind(long fid) {
        int low = 0;
        int high = head.rows();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.getLong(layout.at(middle) + RowLayout.FID) <= fid) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One reader's way through the rows. */
    private final class Walk {

        private final FeatureQuery query;
        private final RowVisitor visitor;
        private final FrozenRow row = new FrozenRow(FrozenLayer.this);
        private int given;

        Walk(FeatureQuery query, RowVisitor visitor) {
            this.query = query;
            this.visitor = visitor;
        }

        boolean through(int[] found) {
            for (int number : found) {
                row.move(number);
                if (row.fid() > query.afterFid() && !goOn()) {
                    return true;
                }
            }
            return false;
        }

        boolean from(int first) {
            for (int number = first; number < head.rows(); number++) {
                row.move(number);
                if (!goOn()) {
                    return true;
                }
            }
            return false;
        }

        boolean back(int[] found) {
            for (int i = found.length - 1; i >= 0; i--) {
                row.move(found[i]);
                if (row.fid() < query.afterFid() && !goOn()) {
                    return true;
                }
            }
            return false;
        }

        /** From the row before this one, down. */
        boolean back(int end) {
            for (int number = end - 1; number >= 0; number--) {
                row.move(number);
                if (!goOn()) {
                    return true;
                }
            }
            return false;
        }

        private boolean goOn() {
            if (!wanted()) {
                return true;
            }
            return given++ < query.limit() && visitor.visit(row);
        }

        private boolean wanted() {
            return (query.extent().isEmpty() || row.meets(query.extent().get()))
                    && (query.surveyYear().isEmpty()
                            || yearField < 0
                            || row.isWhole(yearField, query.surveyYear().get()))
                    && query.filter().passes(row);
        }
    }
}
