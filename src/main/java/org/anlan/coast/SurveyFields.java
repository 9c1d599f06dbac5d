package org.anlan.coast;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.anlan.catalog.LayerDefinition;
import org.locationtech.jts.geom.Geometry;

/** Where the coastline's features say what counts: survey year, mainland, types, protection and use. */
final class SurveyFields {

    private final int year;
    private final int mainland;
    private final int type1;
    private final int type2;
    private final int protection;
    private final int space;

    SurveyFields(LayerDefinition coastline) {
        year = coastline.surveyYearField().map(coastline::indexOf).orElse(-1);
        mainland = coastline.indexOf("mainland");
        type1 = coastline.indexOf("type1");
        type2 = coastline.indexOf("type2");
        protection = coastline.indexOf("protection");
        space = coastline.indexOf("space");
    }

    /** The survey year of a feature with these values. */
    Optional<Integer> year(IntFunction<Object> values) {
        return year >= 0 && values.apply(year) instanceof Long found
                ? Optional.of(Math.toIntExact(found))
                : Optional.empty();
    }

    /** The segment that a feature is; empty when it is no mainland coast. */
    Optional<Survey.Segment> segment(String id, IntFunction<Object> values, Geometry line, double lengthM) {
        return Boolean.TRUE.equals(values.apply(mainland))
                ? Optional.of(new Survey.Segment(
                        id,
                        word(values.apply(type1)),
                        word(values.apply(type2)),
                        word(values.apply(protection)),
                        word(values.apply(space)),
                        line,
                        lengthM))
                : Optional.empty();
    }

    private static String word(Object code) {
        return Objects.toString(code, "").intern();
    }
}
