package org.anlan.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureWriter;
import org.anlan.format.OutFeature;
import org.anlan.format.OutFormat;
import org.anlan.format.OutLayer;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Geometry;

/** An export that is ready to be written. */
public final class ExportFile {

    private final FeatureStore features;
    private final FeatureQuery query;
    private final Optional<Revision> revision;
    private final OutFormat format;
    private final Charset charset;
    private final CrsTransform transform;

    ExportFile(
            FeatureStore features,
            FeatureQuery query,
            Optional<Revision> revision,
            OutFormat format,
            Crs crs,
            Charset charset) {
        this.features = features;
        this.query = query;
        this.revision = revision;
        this.format = format;
        this.charset = charset;
        this.transform = CrsTransform.fromCgcs2000(crs);
    }

    /** What the file is to be called: layer, survey year, whether it is a part only, and revision ("coastline-2020-r4.zip"). */
    public String fileName() {
        return layerName() + (query.extent().isPresent() ? "-part" : "") + "-r"
                + query.revision().getAsLong() + "." + format.extension();
    }

    /** Its media type. */
    public String mediaType() {
        return format.mediaType();
    }

    /** Tells it from every other export; the moment tells revisions of two stores apart. */
    public String tag() {
        String asked = query.extent() + "|" + query.surveyYear() + "|" + charset + "|" + transform.crs() + "|"
                + revision.map(Revision::at);
        return query.layer().id() + "-r" + query.revision().getAsLong() + "-" + format.word() + "-"
                + Integer.toHexString(asked.hashCode());
    }

    /**
     * Writes the file, in memory that does not grow with it.
     *
     * @param out flushed, never closed
     * @return what could not be written as it is kept (texts that a .dbf clips)
     */
    public List<Finding> write(OutputStream out) throws IOException {
        OutFields fields = new OutFields(query.layer());
        LayerDefinition layer = query.layer();
        OutLayer described = new OutLayer(
                layerName(), layer.title(), layer.geometry(), transform.crs(), fields.list(), layer.nameField());
        try (FeatureWriter writer = format.open(out, described, charset)) {
            features.read(query, row -> {
                write(writer, new OutFeature(row.id(), shape(row), fields.values(row)));
                return true;
            });
            writer.finish();
            return writer.findings();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private String layerName() {
        return query.layer().id() + query.surveyYear().map(year -> "-" + year).orElse("");
    }

    private Optional<Geometry> shape(Row row) {
        Optional<Geometry> kept = row.geometry();
        if (kept.isEmpty() || transform.identity()) {
            return kept;
        }
        try {
            return Optional.of(transform.apply(kept.get()));
        } catch (OutsideCrsException outside) {
            throw Reach.refusal(row.id(), transform.crs(), outside);
        }
    }

    private static void write(FeatureWriter writer, OutFeature feature) {
        try {
            writer.write(feature);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
