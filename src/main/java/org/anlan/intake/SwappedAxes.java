package org.anlan.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.LayerOver;
import org.anlan.format.SourceFeature;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * A layer whose file holds y before x: read with the two exchanged.
 *
 * @param layer the layer as the file has it
 */
record SwappedAxes(FeatureSource layer) implements LayerOver {

    @Override
    public FeatureSource over(FeatureSource other) {
        return new SwappedAxes(other);
    }

    @Override
    public FeatureReader read() throws IOException {
        return new Reader(layer.read());
    }

    private record Reader(FeatureReader reader) implements FeatureReader {

        @Override
        public Optional<SourceFeature> next() throws IOException {
            return reader.next()
                    .map(f -> new SourceFeature(f.record(), f.geometry().map(Reader::exchanged), f.values()));
        }

        private static Geometry exchanged(Geometry shape) {
            Geometry copy = shape.copy();
            copy.apply(new Exchange());
            // a mirror image turns its rings; they keep the direction that the file gave them
            return copy instanceof Polygonal ? copy.reverse() : copy;
        }

        @Override
        public List<Finding> findings() {
            return reader.findings();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static final class Exchange implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double x = sequence.getX(i);
            sequence.setOrdinate(i, CoordinateSequence.X, sequence.getY(i));
            sequence.setOrdinate(i, CoordinateSequence.Y, x);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
