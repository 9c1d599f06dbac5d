package org.anlan.coast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.survey.Survey;
import org.anlan.coast.survey.SurveyFields;
import org.anlan.store.NewFeature;
import org.anlan.store.Row;

/** What a hand-in would change of the coastline, collected while it is compared: enough to tell the ratio before it is committed. */
public final class SurveyChanges {

    private final SurveyFields fields;

    /** By survey year and feature id: the segment as it would be; empty = gone, or none that counts. */
    private final SortedMap<Integer, Map<String, Optional<Survey.Segment>>> byYear = new TreeMap<>();

    /** Changes of this layer, the coastline. */
    public SurveyChanges(LayerDefinition coastline) {
        this.fields = new SurveyFields(coastline, Coast.MAINLAND);
    }

    /** A feature that would be there, in place of what has its id. */
    public void put(NewFeature now) {
        fields.year(field -> now.values()[field]).ifPresent(year -> of(year).put(
                        now.id(),
                        now.geometry()
                                .flatMap(line ->
                                        fields.segment(now.id(), field -> now.values()[field], line, now.lengthM()))));
    }

    /** A current feature that would be gone. */
    public void remove(Row before) {
        fields.year(before::value).ifPresent(year -> of(year).put(before.id(), Optional.empty()));
    }

    private Map<String, Optional<Survey.Segment>> of(int year) {
        return byYear.computeIfAbsent(year, y -> new LinkedHashMap<>());
    }

    /** The survey years that would change. */
    SortedSet<Integer> years() {
        return new TreeSet<>(byYear.keySet());
    }

    /** The survey of a year as it would be. */
    Survey over(List<Survey.Segment> before, int year) {
        Map<String, Optional<Survey.Segment>> changes = new LinkedHashMap<>(of(year));
        List<Survey.Segment> after = new ArrayList<>(before.size() + changes.size());
        for (Survey.Segment segment : before) {
            Optional<Survey.Segment> changed = changes.remove(segment.id());
            if (changed == null) {
                after.add(segment);
            } else {
                changed.ifPresent(after::add);
            }
        }
        changes.values().forEach(added -> added.ifPresent(after::add));
        return new Survey(List.copyOf(after), SurveySource.UNKNOWN);
    }
}
