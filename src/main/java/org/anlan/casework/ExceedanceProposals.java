package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.anlan.base.Text;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.outfall.OutfallReading;
import org.anlan.outfall.OutfallReadings;
import org.locationtech.jts.geom.Geometry;

/**
 * Readings above their limits that are proposed as problem sites.
 *
 * @param question what was asked
 * @param proposals the newest first, at most as many as were asked for
 * @param matching how many have no problem site yet
 * @param known how many have one already
 * @param whole whether all of the time asked for are counted: the oldest of very many are kept as sums only
 * @param revisions what they rest on, by layer
 */
public record ExceedanceProposals(
        ExceedanceQuestion question,
        List<Proposal> proposals,
        int matching,
        int known,
        boolean whole,
        Map<String, Long> revisions) {

    private static final Text CUT = new Text(
            "超标的监测值很多，这里只有最近的；要看更早的，请在排污口的档案中查看",
            "There are very many readings above limits: here are the newest only; older ones are in the archives of their outfalls");

    /**
     * A reading above its limit.
     *
     * @param id names it
     * @param reading the value, with its outfall
     * @param parameter what was measured, for people
     * @param at where the outfall lies, CGCS2000 longitude and latitude in degrees
     * @param place town, bay and river
     */
    public record Proposal(String id, OutfallReadings.Exceeded reading, Text parameter, Geometry at, CasePlace place) {}

    /** As JSON (docs/api.md). */
    public ObjectNode tree() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        question.from().ifPresent(day -> node.put("from", day.toString()));
        question.to().ifPresent(day -> node.put("to", day.toString()));
        question.parameter().ifPresent(word -> node.put("parameter", word));
        node.put("matching", matching).put("known", known);
        ArrayNode list = node.putArray("proposals");
        proposals.forEach(one -> proposal(list.addObject(), one));
        ArrayNode warnings = node.putArray("warnings");
        if (!whole) {
            warnings.addObject().put("zh", CUT.zh()).put("en", CUT.en());
        }
        ObjectNode states = node.putObject("revisions");
        revisions.forEach(states::put);
        return node;
    }

    private static void proposal(ObjectNode node, Proposal one) {
        OutfallReading.Exceedance value = one.reading().value();
        String name = one.reading().outfall().name();
        node.put("id", one.id())
                .put("feature", value.outfall())
                .put("name", name.isEmpty() ? value.outfall() : name)
                .put("sampled", value.sampled().toString())
                .put("parameter", value.parameter());
        node.putObject("parameterName")
                .put("zh", one.parameter().zh())
                .put("en", one.parameter().en());
        node.put("valueMgL", value.value()).put("limitMgL", value.limit());
        node.setAll(CaseBody.place(one.place()));
        node.putNull("case");
        node.set("geometry", GeoJsonGeometry.tree(one.at()));
    }
}
