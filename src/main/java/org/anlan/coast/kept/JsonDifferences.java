package org.anlan.coast.kept;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where a result that was kept differs from one computed anew. What the new one has beyond it is no difference: a later version of the program may tell more. */
public final class JsonDifferences {

    /** Metres and percent: a micrometre. */
    private static final double SMALLEST = 1e-6;

    private static final int MOST = 20;

    private final Set<String> passedOver;
    private final List<String> places = new ArrayList<>();

    private JsonDifferences(Set<String> passedOver) {
        this.passedOver = passedOver;
    }

    /**
     * The first places that differ, as JSON pointers.
     *
     * @param passedOver places that are not looked at
     */
    public static List<String> between(JsonNode kept, JsonNode anew, Set<String> passedOver) {
        JsonDifferences differences = new JsonDifferences(passedOver);
        differences.compare("", kept, anew);
        return List.copyOf(differences.places);
    }

    private void compare(String place, JsonNode kept, JsonNode anew) {
        if (places.size() == MOST || passedOver.contains(place)) {
            return;
        }
        if (kept.isObject() && anew.isObject()) {
            kept.properties()
                    .forEach(one -> compare(place + "/" + one.getKey(), one.getValue(), anew.path(one.getKey())));
        } else if (kept.isArray() && anew.isArray() && kept.size() == anew.size()) {
            for (int i = 0; i < kept.size(); i++) {
                compare(place + "/" + i, kept.get(i), anew.get(i));
            }
        } else if (!same(kept, anew)) {
            places.add(place.isEmpty() ? "/" : place);
        }
    }

    private static boolean same(JsonNode kept, JsonNode anew) {
        if (kept.isNumber() && anew.isNumber()) {
            return Math.abs(kept.doubleValue() - anew.doubleValue()) <= SMALLEST;
        }
        return kept.equals(anew);
    }
}
