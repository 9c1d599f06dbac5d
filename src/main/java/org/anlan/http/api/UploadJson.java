package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.http.Json;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Inspection;
import org.anlan.intake.RunningJob;
import org.anlan.store.Extent;
import org.anlan.store.Upload;

/** Uploads, findings and differences as clients see them (docs/api.md). */
final class UploadJson {

    /** An upload with what is in it and how far it has come. */
    ObjectNode upload(
            Upload upload, List<Inspection.Part> parts, Optional<CheckReport> report, Optional<RunningJob.Status> job) {
        ObjectNode node = head(upload, job);
        ArrayNode list = node.putArray("parts");
        parts.forEach(part -> list.add(part(part)));
        node.set("check", report.map(this::report).orElse(null));
        return node;
    }

    /** An upload without looking into its file. */
    ObjectNode head(Upload upload, Optional<RunningJob.Status> job) {
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

    private ObjectNode part(Inspection.Part part) {
        ObjectNode node = object();
        node.put("index", part.index()).put("sourceName", part.sourceName()).put("format", part.format());
        node.put("count", part.count().orElse(null));
        node.putObject("encoding")
                .put("charset", part.encoding().charset().name())
                .put("reason", Json.word(part.encoding().reason()));
        node.set("crs", crs(part.crs()));
        ArrayNode fields = node.putArray("fields");
        part.fields().forEach(f -> fields.add(field(f)));
        node.put("layer", part.layer().orElse(null));
        node.set("candidates", Json.mapper().valueToTree(part.candidates()));
        node.put("year", part.year().orElse(null));
        node.set("constants", Json.mapper().valueToTree(part.constants()));
        node.put("ignored", part.ignored()).put("mode", part.mode().word());
        ArrayNode repairs = node.putArray("repairs");
        part.repairs().stream().sorted().forEach(repair -> repairs.add(repair.word()));
        node.set("bbox", part.extent().map(UploadJson::bbox).orElse(null));
        return node;
    }

    private static ObjectNode crs(Inspection.CrsReading crs) {
        ObjectNode node = object();
        node.put("code", crs.code().orElse(null)).put("how", Json.word(crs.how()));
        node.set("reason", Json.mapper().valueToTree(crs.reason()));
        ArrayNode alternatives = node.putArray("alternatives");
        for (Inspection.Alternative alternative : crs.alternatives()) {
            ObjectNode one = alternatives.addObject().put("code", alternative.code());
            one.set("name", Json.mapper().valueToTree(alternative.name()));
            one.set("bbox", bbox(alternative.extent()));
        }
        return node;
    }

    private static ObjectNode field(Inspection.Field field) {
        ObjectNode node = object();
        node.put("name", field.source().name())
                .put("type", Json.word(field.source().type()));
        node.set("samples", Json.mapper().valueToTree(field.samples()));
        node.put("mappedTo", field.mappedTo().orElse(null));
        return node;
    }

    private ObjectNode report(CheckReport report) {
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
                    .put("unchanged", part.changes().unchanged());
        }
        node.set("effects", ChangesPage.effects(report));
        return node;
    }

    ObjectNode finding(Finding finding) {
        ObjectNode node = object();
        node.put("code", finding.code()).put("severity", Json.word(finding.severity()));
        node.set("message", Json.mapper().valueToTree(finding.text()));
        node.put("layer", finding.layer()).put("record", finding.record());
        finding.featureId().ifPresent(id -> node.put("featureId", id));
        finding.place()
                .ifPresent(place -> node.putArray("place").add(place.lon()).add(place.lat()));
        finding.shape().ifPresent(shape -> node.set("geometry", ShapeJson.of(shape)));
        finding.fix().ifPresent(fix -> node.put("fix", fix));
        return node;
    }

    private static ArrayNode bbox(Extent e) {
        return Json.mapper()
                .createArrayNode()
                .add(e.west())
                .add(e.south())
                .add(e.east())
                .add(e.north());
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
