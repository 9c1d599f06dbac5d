package org.anlan.outfall.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.base.Severity;
import org.anlan.catalog.CheckCall;
import org.anlan.catalog.LayerDefinition;
import org.anlan.intake.StoredChecks;
import org.anlan.outfall.Outfall;
import org.anlan.outfall.OutfallPlace;
import org.anlan.outfall.OutfallRules;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.ledger.NamedShapes;
import org.anlan.outfall.ledger.Register;
import org.anlan.store.LayerState;
import org.anlan.store.Revision;

/** Looks once at where all outfalls lie. */
public final class PlaceLook {

    /** Code of a finding about a place that lies in an area only by less than the check asks for. */
    public static final String ON_BORDER = "place.on-border";

    private static final String COAST = "coastline";
    private static final double ANYWHERE_M = 100_000;

    private final Desk desk;

    private PlaceLook(Desk desk) {
        this.desk = desk;
    }

    /** The layers that a look rests on. */
    public static Set<String> layers(Desk desk) {
        Set<String> layers = new TreeSet<>(new StoredChecks(desk.catalog(), desk.store())
                .restingOn(desk.catalog().layer(Register.LAYER)));
        layers.add(COAST);
        layers.add(Desk.REGIONS);
        desk.rules().nearTo().forEach(near -> layers.add(near.layer()));
        return layers;
    }

    /** The words of a check, with all its arguments. */
    public static String words(CheckCall call) {
        return call.name() + ":" + String.join(":", call.arguments());
    }

    /** All outfalls that have a place, by code. */
    public static Map<String, OutfallPlace> of(Desk desk) {
        return new PlaceLook(desk).look();
    }

    private NamedShapes newestCoast() {
        LayerDefinition layer = desk.catalog().layer(COAST);
        int yearAt = layer.surveyYearField().map(layer::indexOf).orElse(-1);
        Optional<Integer> newest = desk.store()
                .revisions()
                .newest(COAST)
                .map(Revision::state)
                .map(LayerState::surveyYears)
                .filter(years -> !years.isEmpty())
                .map(years -> years.lastKey());
        return NamedShapes.read(
                desk.store(),
                layer,
                row -> newest.isEmpty() || (row.value(yearAt) instanceof Long year && year.intValue() == newest.get()));
    }

    /** What the checks find, by outfall. A place that is in an area only by less than the check asks for lies on its border: that is noted. */
    private Map<String, List<OutfallPlace.Finding>> findings() {
        LayerDefinition layer = desk.catalog().layer(Register.LAYER);
        List<CheckCall> calls = new ArrayList<>(StoredChecks.byPlace(layer));
        Map<CheckCall, CheckCall> bare = new HashMap<>();
        List.copyOf(calls).stream()
                .filter(call -> call.name().equals("not-in") && call.number(2) > 0)
                .forEach(call -> bare.put(new CheckCall(call.name(), List.of(call.text(0), call.text(1), "0")), call));
        calls.addAll(bare.keySet());
        Map<String, List<OutfallPlace.Finding>> findings = new HashMap<>();
        Set<List<Object>> told = new HashSet<>();
        new StoredChecks(desk.catalog(), desk.store()).of(layer, calls).forEach(found -> {
            CheckCall call = bare.getOrDefault(found.check(), found.check());
            String code = found.finding().featureId().orElse("");
            if (told.add(List.of(call, code, found.finding().text()))) {
                boolean onBorder = bare.containsKey(found.check());
                findings.computeIfAbsent(code, outfall -> new ArrayList<>())
                        .add(new OutfallPlace.Finding(
                                words(call),
                                onBorder ? ON_BORDER : found.finding().code(),
                                (onBorder ? Severity.NOTE : found.finding().severity())
                                        .name()
                                        .toLowerCase(Locale.ROOT),
                                found.finding().text()));
            }
        });
        return findings;
    }

    private Map<String, OutfallPlace> look() {
        Map<String, List<OutfallPlace.Finding>> findings = findings();
        NamedShapes coast = newestCoast();
        Map<OutfallRules.Near, NamedShapes> near = new HashMap<>();
        desk.rules()
                .nearTo()
                .forEach(one -> near.put(
                        one, NamedShapes.read(desk.store(), desk.catalog().layer(one.layer()), row -> true)));
        Map<String, OutfallPlace> places = new TreeMap<>();
        for (Outfall outfall : desk.register().outfalls()) {
            if (Double.isFinite(outfall.lon()) && Double.isFinite(outfall.lat())) {
                places.put(
                        outfall.code(),
                        new OutfallPlace(
                                outfall.code(),
                                outfall.kind(),
                                outfall.lon(),
                                outfall.lat(),
                                coast.nearest(
                                        outfall.lon(),
                                        outfall.lat(),
                                        desk.rules().coastWithinM()),
                                desk.bays().nearest(outfall.lon(), outfall.lat(), ANYWHERE_M),
                                near(outfall, near),
                                List.copyOf(findings.getOrDefault(outfall.code(), List.of()))));
            }
        }
        return places;
    }

    private List<OutfallPlace.Near> near(Outfall outfall, Map<OutfallRules.Near, NamedShapes> layers) {
        List<OutfallPlace.Near> near = new ArrayList<>();
        for (OutfallRules.Near rule : desk.rules().nearTo()) {
            near.addAll(layers.get(rule).within(outfall.lon(), outfall.lat(), rule.withinM()));
        }
        return List.copyOf(near);
    }
}
