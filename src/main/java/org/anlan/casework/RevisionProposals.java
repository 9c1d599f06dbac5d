package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.RevisedSurvey;
import org.anlan.format.geojson.GeoJsonGeometry;

/**
 * What is proposed from a comparison of two revisions of a layer.
 *
 * @param layer the layer
 * @param from the earlier state of it
 * @param to the later state of it
 * @param year survey year; empty = the layer has none
 * @param coast how the coast was compared; empty for areas
 * @param proposals a place each, in the order of the comparison
 */
public record RevisionProposals(
        LayerDefinition layer,
        long from,
        long to,
        Optional<Integer> year,
        Optional<RevisedSurvey> coast,
        List<RevisionProposal> proposals) {

    /** As JSON (docs/api.md). */
    public ObjectNode tree() {
        ObjectNode node = comparison(JsonNodeFactory.instance.objectNode().put("layer", layer.id()));
        node.put(
                "lengthM",
                proposals.stream().mapToDouble(one -> one.change().lengthM()).sum());
        node.put(
                "areaM2",
                proposals.stream().mapToDouble(one -> one.change().areaM2()).sum());
        ArrayNode list = node.putArray("proposals");
        proposals.forEach(one -> proposal(list.addObject(), one));
        ArrayNode warnings = node.putArray("warnings");
        for (Text warning : coast.map(RevisedSurvey::warnings).orElse(List.of())) {
            warnings.addObject().put("zh", warning.zh()).put("en", warning.en());
        }
        return node;
    }

    /** Says what was compared, and how. */
    ObjectNode comparison(ObjectNode node) {
        node.put("fromRevision", from).put("toRevision", to);
        year.ifPresent(one -> node.put("year", one));
        coast.ifPresent(one -> node.put("toleranceM", one.toleranceM())
                .put("rules", one.rules().id() + "@" + one.rules().version()));
        return node;
    }

    private static void proposal(ObjectNode node, RevisionProposal one) {
        RevisedPlace change = one.change();
        node.put("id", one.id())
                .put("change", change.change().word())
                .put("feature", change.feature())
                .put("name", change.name());
        change.types(node);
        node.put("lengthM", change.lengthM()).put("areaM2", change.areaM2());
        node.setAll(CaseBody.place(one.place()));
        node.put("case", one.known().orElse(null));
        node.set("geometry", GeoJsonGeometry.tree(change.shape()));
    }
}
