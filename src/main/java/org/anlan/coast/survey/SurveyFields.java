package org.anlan.coast.survey;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.Coast;
import org.anlan.coast.SurveySource;
import org.locationtech.jts.geom.Geometry;

/** Where the coastline's features say what counts: survey year, mainland or island, types, protection and use. Not safe for many threads. */
public final class SurveyFields {

    private final Boolean wanted;
    private final int year;
    private final int mainland;
    private final int type1;
    private final int type2;
    private final int protection;
    private final int space;
    private final int use;
    private final int scale;
    private final int source;

    /** Of a million segments there are some dozens of kinds. */
    private final Map<Survey.Kind, Survey.Kind> kinds = new HashMap<>();

    /** Reads rows of the coastline layer, those of one coast only. */
    public SurveyFields(LayerDefinition coastline, Coast coast) {
        wanted = coast == Coast.MAINLAND;
        year = coastline.surveyYearField().map(coastline::indexOf).orElse(-1);
        mainland = coastline.indexOf("mainland");
        type1 = coastline.indexOf("type1");
        type2 = coastline.indexOf("type2");
        protection = coastline.indexOf("protection");
        space = coastline.indexOf("space");
        use = coastline.indexOf("use");
        scale = optional(coastline, "source_scale");
        source = optional(coastline, "source");
    }

    /** A field that an installation's own coastline may lack. */
    private static int optional(LayerDefinition coastline, String field) {
        return coastline.field(field).isPresent() ? coastline.indexOf(field) : -1;
    }

    /** The survey year of a feature with these values. */
    public Optional<Integer> year(IntFunction<Object> values) {
        return year >= 0 && values.apply(year) instanceof Long found
                ? Optional.of(Math.toIntExact(found))
                : Optional.empty();
    }

    /** The segment that a feature is; empty when it is not of the coast that is looked at. */
    public Optional<Survey.Segment> segment(String id, IntFunction<Object> values, Geometry line, double lengthM) {
        if (!wanted.equals(values.apply(mainland))) {
            return Optional.empty();
        }
        Survey.Kind kind = new Survey.Kind(
                word(values.apply(type1)),
                word(values.apply(type2)),
                word(values.apply(protection)),
                word(values.apply(space)),
                word(values.apply(use)));
        return Optional.of(new Survey.Segment(id, kinds.computeIfAbsent(kind, k -> k), line, lengthM));
    }

    /** What a segment with these values says of the survey it comes from. */
    void source(IntFunction<Object> values, SurveySource.Collecting collecting) {
        collecting.add(scale < 0 ? "" : word(values.apply(scale)), source < 0 ? "" : word(values.apply(source)));
    }

    private static String word(Object code) {
        return Objects.toString(code, "");
    }
}
