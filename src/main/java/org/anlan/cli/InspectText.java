package org.anlan.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.base.EnumWord;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.intake.Inspection;
import org.anlan.intake.InspectionJson;

/** Prints what is in a file: for people, and as JSON with {@code layers[]} and {@code findings[]}. */
final class InspectText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAYS_SHOWN = 5;

    private final PrintStream out;

    InspectText(PrintStream out) {
        this.out = out;
    }

    static ObjectNode json(Inspection inspection) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode layers = node.putArray("layers");
        ArrayNode findings = node.putArray("findings");
        for (Inspection.Part part : inspection.parts()) {
            ObjectNode layer = layers.addObject().put("name", part.sourceName());
            layer.setAll(InspectionJson.part(part));
            layer.remove(List.of("sourceName", "findings"));
            findings.addAll(InspectionJson.findings(part.findings()));
        }
        return node;
    }

    static ObjectNode json(Path file, Refusal refusal) {
        ObjectNode node = JSON.createObjectNode();
        node.putArray("layers");
        node.putArray("findings").add(InspectionJson.finding(finding(file, refusal)));
        return node;
    }

    private static Finding finding(Path file, Refusal refusal) {
        return Finding.ofFile(refusal.code(), Severity.ERROR, file.getFileName().toString(), refusal.text());
    }

    void refused(Path file, Refusal refusal) {
        finding(finding(file, refusal));
    }

    void show(Inspection inspection) {
        for (Inspection.Part part : inspection.parts()) {
            head(part);
            crs(part);
            encoding(part);
            part.fields().forEach(this::field);
            part.unmatched()
                    .forEach(w -> out.printf(
                            "  不在代码表 not in the list: %s “%s” × %d%s%n",
                            w.field(),
                            w.word(),
                            w.count(),
                            w.suggestion().map(code -> " → " + code + " ?").orElse("")));
        }
        inspection.parts().forEach(part -> part.findings().forEach(this::finding));
    }

    private void head(Inspection.Part part) {
        String shapes = part.geometryCounts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        out.printf(
                "%s  [%s]  记录 records %s  图形 shapes %s%n",
                part.sourceName(),
                part.format(),
                part.count().map(String::valueOf).orElse("?"),
                shapes.isEmpty() ? "–" : shapes);
        out.printf(
                "  图层 layer: %s%s%n",
                part.layer().orElse("?"),
                part.candidates().stream()
                        .map(c -> String.format(
                                Locale.ROOT,
                                "%n    %s %.2f  %s",
                                c.layer(),
                                c.score(),
                                c.why().both()))
                        .collect(Collectors.joining()));
    }

    private void crs(Inspection.Part part) {
        Inspection.CrsReading crs = part.crs();
        out.printf(
                "  坐标系 CRS: %s%s  %s%n",
                crs.code().orElse("?"), away(crs.distanceM()), crs.reason().both());
        if (!crs.settled()) {
            crs.alternatives().stream()
                    .limit(WAYS_SHOWN)
                    .forEach(a -> out.printf(
                            Locale.ROOT,
                            "    --crs %s  %s  %.4f,%.4f %.4f,%.4f%s%n",
                            a.code(),
                            a.name().both(),
                            a.extent().west(),
                            a.extent().south(),
                            a.extent().east(),
                            a.extent().north(),
                            away(a.distanceM())));
        }
        part.extent()
                .ifPresent(e -> out.printf(
                        Locale.ROOT, "  范围 extent: %.5f,%.5f %.5f,%.5f%n", e.west(), e.south(), e.east(), e.north()));
    }

    private static String away(Optional<Double> distanceM) {
        return distanceM
                .map(m -> m == 0 ? "  位于本地 at home" : String.format(Locale.ROOT, "  距本地 %1$.0f km from home", m / 1000))
                .orElse("");
    }

    private void encoding(Inspection.Part part) {
        out.printf(
                "  编码 encoding: %s (%s)%n",
                part.encoding().charset().name(), EnumWord.of(part.encoding().reason()));
        part.encodings()
                .forEach(e -> out.printf(
                        "    %s%s  %s%n",
                        e.charset(),
                        e.valid() ? "" : " ✗",
                        e.samples().stream()
                                .map(s -> s.field() + ": " + String.join(" ", s.values()))
                                .limit(3)
                                .collect(Collectors.joining("；"))));
    }

    private void field(Inspection.Field field) {
        String goes = field.mapping()
                .map(m -> String.format(Locale.ROOT, " → %s (%s)", m.field(), EnumWord.of(m.how())))
                .orElseGet(() -> field.proposals().stream()
                        .map(p -> String.format(Locale.ROOT, " → %s ? (%.2f)", p.field(), p.score()))
                        .collect(Collectors.joining()));
        out.printf(
                Locale.ROOT,
                "  %s  %s%s  %.0f %%%s  %s%n",
                field.source().name(),
                EnumWord.of(field.source().type()),
                field.source().width() > 0 ? "(" + field.source().width() + ")" : "",
                field.fillRate() * 100,
                goes,
                String.join(" | ", field.samples()));
    }

    private void finding(Finding finding) {
        String where = finding.record() > 0 ? finding.layer() + " #" + finding.record() : finding.layer();
        out.printf(
                "%-7s %s  %s: %s%n",
                finding.severity(), finding.code(), where, finding.text().both());
    }
}
