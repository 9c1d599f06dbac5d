package org.anlan.format.kml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.format.SourceField;

/** Gathers what fields the placemarks of one layer have. */
final class LayerScan {

    private final Schemas schemas;
    private final Map<String, SourceField.Type> fields = new LinkedHashMap<>();
    private final Set<String> schemasSeen = new HashSet<>();
    private Optional<Set<String>> sameAsName = Optional.empty();
    private boolean descriptions;
    private boolean folders;
    private int count;

    LayerScan(Schemas schemas) {
        this.schemas = schemas;
    }

    void see(Placemark placemark) {
        count++;
        descriptions |= !placemark.description().isEmpty();
        folders |= !placemark.folder().isEmpty();
        for (String id : placemark.schemas()) {
            if (schemasSeen.size() < Schemas.MOST_FIELDS && schemasSeen.add(id)) {
                schemas.of(id).forEach(fields::putIfAbsent);
            }
        }
        placemark.data().keySet().forEach(name -> fields.putIfAbsent(name, SourceField.Type.TEXT));
        if (fields.size() > Schemas.MOST_FIELDS) {
            throw Schemas.tooMany();
        }
        if (!placemark.name().isEmpty()) {
            seeName(placemark);
        }
    }

    /** Many writers repeat a field as the name; which one it is, every placemark has to agree on. */
    private void seeName(Placemark placemark) {
        Set<String> same = new HashSet<>();
        placemark.data().forEach((field, value) -> {
            if (value.equals(placemark.name())) {
                same.add(field);
            }
        });
        sameAsName.ifPresent(same::retainAll);
        sameAsName = Optional.of(same);
    }

    int count() {
        return count;
    }

    /** Where the values of the layer's features come from, in the order of its fields. */
    List<KmlField> fields() {
        List<KmlField> all = new ArrayList<>();
        boolean named = sameAsName.isPresent() && sameAsName.get().isEmpty();
        add(all, named, "name", KmlField.Part.NAME);
        add(all, descriptions, "description", KmlField.Part.DESCRIPTION);
        add(all, folders, "folder", KmlField.Part.FOLDER);
        fields.forEach(
                (name, type) -> all.add(new KmlField(KmlField.Part.DATA, name, new SourceField(name, type, 0, 0))));
        return all;
    }

    /** A placemark's own part under its usual name, or behind "kml_" where a value has that name. */
    private void add(List<KmlField> all, boolean there, String name, KmlField.Part part) {
        if (there) {
            String free = name;
            while (fields.containsKey(free)) {
                free = "kml_" + free;
            }
            all.add(new KmlField(part, name, new SourceField(free, SourceField.Type.TEXT, 0, 0)));
        }
    }
}
