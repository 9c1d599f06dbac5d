package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.http.Json;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Inspection;
import org.anlan.intake.InspectionJson;
import org.anlan.store.Job;
import org.anlan.store.Upload;

/** Uploads, findings and differences as clients see them (docs/api.md). */
final class UploadJson {

    /** An upload with what is in it and how far it has come. */
    ObjectNode upload(Upload upload, List<Inspection.Part> parts, Optional<CheckReport> report, Optional<Job> job) {
        ObjectNode node = head(upload, job);
        ArrayNode list = node.putArray("parts");
        parts.forEach(part -> list.add(InspectionJson.part(part)));
        node.set("check", report.map(this::report).orElse(null));
        return node;
    }

    /** An upload without looking into its file. */
    ObjectNode head(Upload upload, Optional<Job> job) {
        ObjectNode node = object();
        node.put("id", upload.id())
                .put("fileName", upload.fileName())
                .put("sha256", upload.sha256())
                .put("bytes", upload.bytes())
                .put("receivedAt", upload.receivedAt().toString())
                .put("state", Json.word(upload.state()));
        node.set("job", job.map(JobJson::of).orElse(null));
        return node;
    }

    ObjectNode report(CheckReport report) {
        ObjectNode node = object();
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
        node.set("effects", ChangesPage.effects(report));
        return node;
    }

    ObjectNode finding(Finding finding) {
        ObjectNode node = InspectionJson.finding(finding);
        finding.shape().ifPresent(shape -> node.set("geometry", ShapeJson.of(shape)));
        return node;
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
