package org.anlan.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.anlan.intake.CheckReport;
import org.anlan.intake.InspectionJson;

/** A check report as JSON, in the words of the API. */
final class CheckText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckText() {}

    static ObjectNode json(CheckReport report) {
        ObjectNode node = JSON.createObjectNode();
        node.put("errors", report.errors()).put("warnings", report.warnings()).put("notes", report.notes());
        ArrayNode parts = node.putArray("parts");
        for (CheckReport.Part part : report.parts()) {
            parts.addObject()
                    .put("index", part.index())
                    .put("layer", part.layer())
                    .put("read", part.read())
                    .put("added", part.changes().added())
                    .put("changed", part.changes().changed())
                    .put("removed", part.changes().removed())
                    .put("unchanged", part.changes().unchanged())
                    .set("unmatched", InspectionJson.unmatched(part.unmatched()));
        }
        node.set("findings", InspectionJson.findings(report.findings()));
        return node;
    }
}
