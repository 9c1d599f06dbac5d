package org.anlan.geo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares a WKT text with the listed coordinate systems, by its figures. */
final class WktMatch {

    private static final double DEGREE = Math.PI / 180;
    private static final List<String> TRANSVERSE = List.of("gausskruger", "gausskrueger", "transversemercator");
    private static final List<String> SPHERICAL =
            List.of("mercatorauxiliarysphere", "popularvisualisationpseudomercator", "mercator1sp");

    private final WktNode wkt;
    private final Datum datum;
    private final Map<String, Double> parameters = new HashMap<>();
    private final String names;

    private WktMatch(WktNode wkt, Datum datum) {
        this.wkt = wkt;
        this.datum = datum;
        this.names = DatumMatch.plain(wkt.name());
        for (WktNode child : wkt.children) {
            if (child.keyword.equals("PARAMETER") && child.number(0).isPresent()) {
                parameters.put(DatumMatch.plain(child.name()), child.number(0).getAsDouble());
            }
        }
    }

    static Optional<Crs> match(String text) {
        return WktReader.read(text)
                .flatMap(n -> n.keyword.equals("COMPD_CS") ? n.child("PROJCS", "GEOGCS") : Optional.of(n))
                .flatMap(WktMatch::ofElement);
    }

    private static Optional<Crs> ofElement(WktNode element) {
        if (element.keyword.equals("GEOGCS")) {
            return datumInDegrees(element, "")
                    .flatMap(d -> first(c -> c.geographic() && c.datum() == d, Comparator.comparing(Crs::epsg)));
        }
        if (!element.keyword.equals("PROJCS")) {
            return Optional.empty();
        }
        return element.child("GEOGCS")
                .flatMap(g -> datumInDegrees(g, element.name()))
                .flatMap(d -> new WktMatch(element, d).projected());
    }

    /** The datum, when longitudes count from Greenwich in degrees. */
    private static Optional<Datum> datumInDegrees(WktNode geographic, String projectedName) {
        double unit = unit(geographic, DEGREE);
        double prime =
                geographic.child("PRIMEM").map(p -> p.number(0).orElse(0)).orElse(0.0);
        return Math.abs(unit - DEGREE) < 1e-9 && Math.abs(prime) < 1e-9
                ? DatumMatch.of(geographic, projectedName)
                : Optional.empty();
    }

    private Optional<Crs> projected() {
        String method =
                DatumMatch.plain(wkt.child("PROJECTION").map(WktNode::name).orElse(""));
        boolean metres = Math.abs(unit(wkt, 1) - 1) < 1e-9;
        boolean northingPlain = Math.abs(value("falsenorthing", 0)) < 0.01;
        if (!metres || !northingPlain) {
            return Optional.empty();
        }
        if (TRANSVERSE.contains(method) && Math.abs(value("latitudeoforigin", 0)) < 1e-9) {
            return first(this::sameFigures, preference());
        }
        return SPHERICAL.contains(method) && webMercator(method) ? CrsList.byCode(3857) : Optional.empty();
    }

    /** WGS 84 and CGCS2000 stand for each other: each has projections that the list names only for the other. */
    private boolean sameFigures(Crs crs) {
        return switch (crs.kind()) {
            case GEOGRAPHIC, WEB_MERCATOR -> false;
            case GAUSS_KRUGER_3, GAUSS_KRUGER_6, UTM ->
                (crs.datum() == datum || (crs.datum().shiftKnown() && datum.shiftKnown()))
                        && Math.abs(value("centralmeridian", Double.NaN) - crs.centralMeridian()) < 1e-6
                        && Math.abs(value("falseeasting", Double.NaN) - crs.falseEasting()) < 0.01
                        && Math.abs(value("scalefactor", 1) - crs.scale()) < 1e-8;
        };
    }

    /** Same figures: first its own datum, then the code in the text, then the zone width in the name, else 3°. */
    private Comparator<Crs> preference() {
        double code = wkt.child("AUTHORITY")
                .filter(a -> a.words.size() == 2 && a.words.get(1).matches("[0-9]{4,6}"))
                .map(a -> Double.parseDouble(a.words.get(1)))
                .orElse(wkt.child("AUTHORITY").map(a -> a.number(0).orElse(0)).orElse(0.0));
        boolean three = names.contains("3degree") || names.contains("3度") || names.contains("三度");
        boolean six = !three
                && (names.contains("gkcm")
                        || names.contains("krugercm")
                        || names.contains("6度")
                        || names.contains("六度"));
        Crs.Kind likely = six ? Crs.Kind.GAUSS_KRUGER_6 : Crs.Kind.GAUSS_KRUGER_3;
        return Comparator.<Crs, Boolean>comparing(c -> c.datum() != datum)
                .thenComparing(c -> c.epsg() != code)
                .thenComparing(c -> c.kind() != likely)
                .thenComparing(Crs::epsg);
    }

    private boolean webMercator(String method) {
        boolean told = !method.equals("mercator1sp") || names.contains("pseudo") || names.contains("webmercator");
        return told
                && datum == Datum.WGS84
                && Math.abs(value("centralmeridian", 0)) < 1e-9
                && Math.abs(value("falseeasting", 0)) < 0.01
                && Math.abs(value("standardparallel1", 0)) < 1e-9;
    }

    private double value(String parameter, double otherwise) {
        return parameters.getOrDefault(parameter, otherwise);
    }

    private static double unit(WktNode element, double otherwise) {
        return element.child("UNIT").map(u -> u.number(0).orElse(0)).orElse(otherwise);
    }

    private static Optional<Crs> first(Predicate<Crs> fitting, Comparator<Crs> order) {
        return CrsList.all().stream().filter(fitting).min(order);
    }
}
