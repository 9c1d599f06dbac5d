package org.anlan.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.anlan.base.EnumWord;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.format.SourceEncoding;
import org.anlan.store.Extent;

/** Inspections and findings as JSON: the same for the API (docs/api.md) and for {@code anlan inspect}. */
public final class InspectionJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private InspectionJson() {}

    /** One layer of a file. */
    public static ObjectNode part(Inspection.Part part) {
        ObjectNode node = object();
        node.put("index", part.index()).put("sourceName", part.sourceName()).put("format", part.format());
        node.put("count", part.count().orElse(null)).put("sampled", part.sampled());
        TreeMap<String, Integer> counts = new TreeMap<>(part.geometryCounts());
        node.set("geometryTypes", JSON.valueToTree(counts.keySet()));
        node.set("geometryCounts", JSON.valueToTree(counts));
        node.set("encoding", encoding(part));
        node.set("crs", crs(part.crs()));
        ArrayNode fields = node.putArray("fields");
        part.fields().forEach(f -> fields.add(field(f)));
        node.set("unmatched", unmatched(part.unmatched()));
        node.put("layer", part.layer().orElse(null));
        ArrayNode candidates = node.putArray("candidates");
        part.candidates().forEach(c -> candidates
                .addObject()
                .put("layer", c.layer())
                .put("score", c.score())
                .set("why", text(c.why())));
        node.put("year", part.year().orElse(null));
        node.set("constants", JSON.valueToTree(new TreeMap<>(part.constants())));
        node.set("codes", JSON.valueToTree(part.codes()));
        node.put("ignored", part.ignored()).put("mode", part.mode().word());
        ArrayNode repairs = node.putArray("repairs");
        part.repairs().stream().sorted().forEach(repair -> repairs.add(repair.word()));
        node.set("bbox", part.extent().map(InspectionJson::bbox).orElse(null));
        node.set("findings", findings(part.findings()));
        return node;
    }

    private static ObjectNode encoding(Inspection.Part part) {
        SourceEncoding.Reason reason = part.encoding().reason();
        ObjectNode node = object();
        node.put("charset", part.encoding().charset().name()).put("reason", EnumWord.of(reason));
        node.set("why", text(why(reason)));
        ArrayNode candidates = node.putArray("candidates");
        for (Inspection.EncodingCandidate candidate : part.encodings()) {
            ArrayNode samples = candidates
                    .addObject()
                    .put("charset", candidate.charset())
                    .put("valid", candidate.valid())
                    .putArray("samples");
            candidate.samples().forEach(s -> samples.addObject()
                    .put("field", s.field())
                    .set("values", JSON.valueToTree(s.values())));
        }
        return node;
    }

    private static Text why(SourceEncoding.Reason reason) {
        return switch (reason) {
            case CHOSEN -> Text.of("由用户选择", "Chosen by the user");
            case DECLARED ->
                Text.of("文件写明（.cpg、文件头标记或格式规定）", "The file says so (.cpg, byte order mark, or the format's rule)");
            case LANGUAGE_BYTE -> Text.of(".dbf 的语言标志", "The language byte of the .dbf");
            case VALID_UTF8 -> Text.of("全部文字都符合 UTF-8", "All texts are valid UTF-8");
            case ASSUMED ->
                Text.of(
                        "文件没有说明，也不是 UTF-8；按常用的 GB18030 读取",
                        "Nothing tells it and it is not UTF-8; the usual GB18030 was taken");
        };
    }

    private static ObjectNode crs(Inspection.CrsReading crs) {
        ObjectNode node = object();
        node.put("code", crs.code().orElse(null)).put("how", EnumWord.of(crs.how()));
        node.put("settled", crs.settled());
        node.set("reason", text(crs.reason()));
        node.put("distanceM", crs.distanceM().orElse(null));
        node.put("better", crs.better().map(Inspection.Alternative::code).orElse(null));
        ArrayNode alternatives = node.putArray("alternatives");
        for (Inspection.Alternative alternative : crs.alternatives()) {
            ObjectNode one = alternatives.addObject().put("code", alternative.code());
            one.set("name", text(alternative.name()));
            one.set("reason", text(alternative.reason()));
            one.put("swapped", alternative.swapped());
            one.set("bbox", bbox(alternative.extent()));
            one.put("distanceM", alternative.distanceM().orElse(null));
        }
        return node;
    }

    private static ObjectNode field(Inspection.Field field) {
        ObjectNode node = object();
        node.put("name", field.source().name())
                .put("type", EnumWord.of(field.source().type()))
                .put("width", field.source().width())
                .put("decimals", field.source().decimals())
                .put("fillRate", Math.round(field.fillRate() * 10_000) / 10_000.0)
                .put("distinct", field.distinct().orElse(null));
        node.set("samples", JSON.valueToTree(field.samples()));
        node.put("mappedTo", field.mappedTo().orElse(null));
        node.set("mapping", field.mapping().map(InspectionJson::mapping).orElse(null));
        ArrayNode proposals = node.putArray("proposals");
        field.proposals().forEach(proposal -> proposals.add(mapping(proposal)));
        return node;
    }

    private static ObjectNode mapping(Inspection.Mapping mapping) {
        return object().put("field", mapping.field())
                .put("how", EnumWord.of(mapping.how()))
                .put("score", mapping.score());
    }

    /** Words that code lists do not know. */
    public static ArrayNode unmatched(List<Inspection.Unmatched> words) {
        ArrayNode list = JSON.createArrayNode();
        words.forEach(w -> list.addObject()
                .put("field", w.field())
                .put("word", w.word())
                .put("count", w.count())
                .put("suggestion", w.suggestion().orElse(null)));
        return list;
    }

    /** Findings, in their order. */
    public static ArrayNode findings(List<Finding> findings) {
        ArrayNode list = JSON.createArrayNode();
        findings.forEach(finding -> list.add(finding(finding)));
        return list;
    }

    /** One finding. */
    public static ObjectNode finding(Finding finding) {
        ObjectNode node = object();
        node.put("code", finding.code()).put("severity", EnumWord.of(finding.severity()));
        node.set("message", text(finding.text()));
        node.put("layer", finding.layer()).put("record", finding.record());
        finding.featureId().ifPresent(id -> node.put("featureId", id));
        finding.place()
                .ifPresent(place -> node.putArray("place").add(place.lon()).add(place.lat()));
        finding.field().ifPresent(field -> node.put("field", field));
        finding.fix().ifPresent(fix -> node.put("fix", fix));
        return node;
    }

    private static ArrayNode bbox(Extent e) {
        return JSON.createArrayNode().add(e.west()).add(e.south()).add(e.east()).add(e.north());
    }

    private static ObjectNode text(Text text) {
        return object().put("zh", text.zh()).put("en", text.en());
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
