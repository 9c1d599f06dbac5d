package org.anlan.zoning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.anlan.base.EnumWord;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.format.table.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Geometry;

/** What a project meets as files for other programs: GeoJSON and CSV. */
public final class ImpactFile {

    private ImpactFile() {}

    /** What the project takes, as a GeoJSON FeatureCollection: the common parts, with layer, id and measures, and the project itself. */
    public static ObjectNode geoJson(ImpactReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        add(features, report.footprint()).put("layer", "").put("verdict", EnumWord.of(report.verdict()));
        for (ImpactReport.LayerHits layer : report.layers()) {
            for (ImpactReport.Hit hit : layer.hits()) {
                ObjectNode properties =
                        add(features, hit.part()).put("layer", layer.layer().id());
                ImpactText.measures(
                        properties
                                .put("id", hit.feature().id())
                                .put("name", hit.feature().name()),
                        hit.lengthM(),
                        hit.areaM2());
            }
        }
        return node;
    }

    private static ObjectNode add(ArrayNode features, Geometry shape) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        feature.set("geometry", GeoJsonGeometry.tree(shape));
        return feature.putObject("properties");
    }

    /** What the project takes as CSV (RFC 4180), a row for each feature. */
    public static String csv(ImpactReport report) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord("layer", "id", "name", "relation", "area_m2", "length_m", "distance_m", "revision");
            for (ImpactReport.LayerHits layer : report.layers()) {
                for (ImpactReport.Hit hit : layer.hits()) {
                    record(csv, layer, hit.feature(), "hit", hit.areaM2(), hit.lengthM(), "");
                }
                for (ImpactReport.Feature one : layer.touching()) {
                    record(csv, layer, one, "touching", "", "", "");
                }
                if (layer.nearest().isPresent()) {
                    ImpactReport.Near near = layer.nearest().get();
                    record(csv, layer, near.feature(), "nearest", "", "", near.distanceM());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void record(
            CSVPrinter csv,
            ImpactReport.LayerHits layer,
            ImpactReport.Feature feature,
            String relation,
            Object areaM2,
            Object lengthM,
            Object distanceM)
            throws IOException {
        csv.printRecord(
                layer.layer().id(),
                FormulaGuard.guard(feature.id()),
                FormulaGuard.guard(feature.name()),
                relation,
                areaM2,
                lengthM,
                distanceM,
                layer.revision());
    }
}
