package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.anlan.coast.ChangeFigure;
import org.anlan.format.geojson.GeoJsonGeometry;

/** Proposed problem sites as JSON (docs/api.md). */
public final class CaseProposalsText {

    private CaseProposalsText() {}

    /** The proposals with the comparison they are from. */
    public static ObjectNode tree(CaseComparisons.Proposed proposed) {
        ChangeFigure figure = proposed.figure();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("fromYear", figure.fromYear()).put("toYear", figure.toYear());
        node.putObject("rules")
                .put("id", figure.rules().id())
                .put("version", figure.rules().version());
        node.put("toleranceM", figure.toleranceM());
        node.putObject("revisions")
                .put("coastline", figure.revisions().coastline())
                .put("regions", figure.revisions().regions());
        node.put(
                "lengthM",
                proposed.proposals().stream()
                        .mapToDouble(one -> one.reach().lengthM())
                        .sum());
        ArrayNode list = node.putArray("proposals");
        proposed.proposals().forEach(one -> proposal(list.addObject(), one));
        ArrayNode warnings = node.putArray("warnings");
        figure.warnings().forEach(w -> warnings.addObject().put("zh", w.zh()).put("en", w.en()));
        return node;
    }

    private static void proposal(ObjectNode node, CaseProposal one) {
        node.put("id", one.id()).put("segment", one.reach().segment());
        ChangeTypes.put(node, "from", one.reach().from());
        ChangeTypes.put(node, "to", one.reach().to());
        node.put("lengthM", one.reach().lengthM());
        node.setAll(CaseBody.place(one.place()));
        node.put("case", one.known().orElse(null));
        node.set("geometry", GeoJsonGeometry.tree(one.reach().line()));
    }
}
