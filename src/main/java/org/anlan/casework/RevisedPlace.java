package org.anlan.casework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.base.Text;
import org.anlan.coast.ChangeFigure;
import org.locationtech.jts.geom.Geometry;

/**
 * A place where two revisions of a layer differ.
 *
 * @param change how they differ there
 * @param feature id of the feature it is part of
 * @param name the feature's name; its id where it has none
 * @param revision the state of the layer in which that feature lies there: the earlier one, the later one where an area is gained
 * @param from the type of the coast in the earlier revision; empty for areas
 * @param to the type of the coast in the later revision; empty for areas
 * @param lengthM metres of coast; 0 for areas
 * @param areaM2 square metres; 0 for coast
 * @param shape the coast or the area, CGCS2000 degrees
 */
public record RevisedPlace(
        Change change,
        String feature,
        String name,
        long revision,
        Optional<ChangeFigure.Type> from,
        Optional<ChangeFigure.Type> to,
        double lengthM,
        double areaM2,
        Geometry shape) {

    private static final String LAYER = "layer";
    private static final String CHANGE = "change";

    /** How two revisions differ at a place. */
    public enum Change {
        /** Coast that counted as natural is there still and counts so no more. */
        NATURAL_LOST("自然岸线减少", "natural coast lost"),
        /** The layer covered it and covers it no more. */
        AREA_LOST("范围减少", "area lost"),
        /** The layer covers it and did not before. */
        AREA_GAINED("范围增加", "area gained");

        private final String zh;
        private final String en;

        Change(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The word for it ("area-lost"). */
        public String word() {
            return EnumWord.of(this);
        }

        /** What it is called. */
        public Text label() {
            return new Text(zh, en);
        }
    }

    /** The beginning of the facts that a problem site of this place rests on. */
    ObjectNode facts(String layer) {
        ObjectNode facts = JsonNodeFactory.instance
                .objectNode()
                .put(LAYER, layer)
                .put(CHANGE, change.word())
                .put("feature", feature)
                .put("lengthM", lengthM)
                .put("areaM2", areaM2);
        types(facts);
        return facts;
    }

    /** Says the types of the coast. */
    void types(ObjectNode node) {
        ChangeTypes.put(node, "from", from);
        ChangeTypes.put(node, "to", to);
    }

    /** Whether two sources tell of the same change of the same layer. */
    static boolean sameChange(CaseSource one, CaseSource other) {
        return Arrays.asList(LAYER, CHANGE).stream()
                .allMatch(fact -> one.facts().path(fact).equals(other.facts().path(fact)));
    }
}
