package org.anlan.coast.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.RetentionFigure;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.format.table.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Change rates for other programs: a CSV with one row a transect, and GeoJSON of transects, of intersections or of the baseline. */
public final class RatesFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final List<String> COLUMNS = List.of(
            "transect",
            "line",
            "along_m",
            "foot_lon",
            "foot_lat",
            "region",
            "region_name",
            "crossing",
            "from_year",
            "to_year",
            "nsm_m",
            "sce_m",
            "epr_m_per_year",
            "epr_uncertainty_m_per_year",
            "trend",
            "lrr_m_per_year",
            "lrr_r2",
            "lrr_standard_error_m",
            "lrr_band_m_per_year",
            "wlr_m_per_year",
            "wlr_r2",
            "wlr_standard_error",
            "wlr_band_m_per_year");
    private static final List<String> BASIS = List.of(
            "confidence_percent",
            "rate_method",
            "length_method",
            "baseline_year",
            "spacing_m",
            "half_length_m",
            "smoothing_m",
            "intersection",
            "coastline_revision",
            "regions_revision");

    private RatesFile() {}

    /** What GeoJSON shows. */
    public enum What {
        /** Transects with their rates. */
        TRANSECTS,
        /** The places where transects meet surveys. */
        INTERSECTIONS,
        /** The baseline, the sea on its left. */
        BASELINE;

        /** Refused ({@code unknown-what}) with those that exist. */
        public static What of(String word) {
            return switch (word) {
                case "transects" -> TRANSECTS;
                case "intersections" -> INTERSECTIONS;
                case "baseline" -> BASELINE;
                default ->
                    throw Refusal.invalid(
                            "unknown-what",
                            "what=%s 不存在；可用：transects, intersections, baseline",
                            "There is no what=%s; there are: transects, intersections, baseline",
                            word);
            };
        }
    }

    /** One row a transect (RFC 4180), with its distances by survey year; blank where it does not meet a survey or has no rate. */
    public static String csv(RatesFigure figure) {
        List<Object> head = new ArrayList<>(COLUMNS);
        figure.surveys().forEach(survey -> head.add("distance_" + survey.year() + "_m"));
        figure.surveys().forEach(survey -> head.add("uncertainty_" + survey.year() + "_m"));
        figure.surveys().forEach(survey -> head.add("time_" + survey.year() + "_years"));
        head.addAll(BASIS);
        List<Object> basis = basis(figure);
        Map<String, String> names =
                figure.rows().stream().collect(Collectors.toMap(RatesFigure.Row::code, RatesFigure.Row::name));
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(head);
            for (RatesFigure.Transect transect : figure.transects()) {
                csv.printRecord(record(figure, transect, names, basis));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<Object> record(
            RatesFigure figure, RatesFigure.Transect transect, Map<String, String> names, List<Object> basis) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                transect.number(),
                transect.line(),
                transect.alongM(),
                transect.lon(),
                transect.lat(),
                FormulaGuard.guard(transect.region()),
                FormulaGuard.guard(names.getOrDefault(transect.region(), "")),
                transect.crossing()));
        cells.addAll(transect.movement().map(RatesFile::cells).orElseGet(RatesFile::noCells));
        figure.surveys()
                .forEach(survey -> cells.add(distance(transect, survey.year())
                        .<Object>map(one -> one)
                        .orElse("")));
        cells.addAll(basis);
        return cells;
    }

    private static List<Object> cells(RatesFigure.Movement movement) {
        return List.of(
                movement.fromYear(),
                movement.toYear(),
                movement.nsmM(),
                movement.sceM(),
                movement.eprMPerYear(),
                movement.eprUncertaintyMPerYear(),
                RatesText.word(movement.trend()),
                movement.lrr().rateMPerYear(),
                cell(movement.lrr().determination()),
                cell(movement.lrr().standardError()),
                cell(movement.lrr().bandMPerYear()),
                movement.wlr().rateMPerYear(),
                cell(movement.wlr().determination()),
                cell(movement.wlr().standardError()),
                cell(movement.wlr().bandMPerYear()));
    }

    private static List<Object> noCells() {
        return Collections.nCopies(COLUMNS.size() - COLUMNS.indexOf("from_year"), "");
    }

    private static Object cell(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : "";
    }

    private static Optional<Double> distance(RatesFigure.Transect transect, int year) {
        return transect.intersections().stream()
                .filter(one -> one.year() == year)
                .map(RatesFigure.Intersection::distanceM)
                .findFirst();
    }

    /** What every row rests on, in the order of the columns. */
    private static List<Object> basis(RatesFigure figure) {
        List<Object> cells = new ArrayList<>();
        figure.surveys().forEach(survey -> cells.add(survey.uncertaintyM()));
        figure.surveys().forEach(survey -> cells.add(survey.time()));
        cells.add(RatesFigure.CONFIDENCE_PERCENT);
        cells.add(RatesFigure.RATE_METHOD);
        cells.add(RetentionFigure.LENGTH_METHOD);
        cells.add(
                figure.baseline().surveyYear().isPresent()
                        ? (Object) figure.baseline().surveyYear().getAsInt()
                        : "given");
        cells.add(figure.casting().spacingM());
        cells.add(figure.casting().halfLengthM());
        cells.add(figure.casting().smoothingM());
        cells.add(figure.casting().pick().word());
        cells.add(figure.revisions().coastline());
        cells.add(figure.revisions().regions());
        return cells;
    }

    /** A GeoJSON FeatureCollection: longitude and latitude, the figures as properties. */
    public static JsonNode geoJson(RatesFigure figure, What what) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        switch (what) {
            case TRANSECTS ->
                figure.transects()
                        .forEach(transect -> RatesText.figures(feature(features, transect.shape()), transect));
            case INTERSECTIONS -> figure.transects().forEach(transect -> intersections(features, transect));
            case BASELINE -> baseline(features, figure.baseline());
        }
        return node;
    }

    private static void intersections(ArrayNode features, RatesFigure.Transect transect) {
        for (RatesFigure.Intersection one : transect.intersections()) {
            feature(features, SHAPES.createPoint(new CoordinateXY(one.lon(), one.lat())))
                    .put("transect", transect.number())
                    .put("year", one.year())
                    .put("distanceM", one.distanceM())
                    .put("found", one.found());
        }
    }

    private static void baseline(ArrayNode features, RatesFigure.BaselineUsed baseline) {
        for (int i = 0; i < baseline.lines().size(); i++) {
            ObjectNode properties = feature(features, baseline.lines().get(i)).put("line", i + 1);
            baseline.surveyYear().ifPresent(year -> properties.put("surveyYear", year));
        }
    }

    /** Adds a feature and gives its properties to fill. */
    private static ObjectNode feature(ArrayNode features, Geometry shape) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        try {
            feature.set("geometry", MAPPER.readTree(GeoJsonGeometry.text(shape)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a geometry gave no JSON", e);
        }
        return feature.putObject("properties");
    }
}
