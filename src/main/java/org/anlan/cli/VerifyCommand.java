package org.anlan.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.anlan.base.EnumWord;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.verify.Verification;
import org.anlan.store.verify.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan verify}: whether a store is whole, while the service may go on. Exit code 0: it is; 1: it is not; 2: it could not be looked at. */
@Command(name = "verify", description = "检查库是否完好：上交文件、修订、索引、图形、长度与面积 / look whether a store is whole")
final class VerifyCommand implements Callable<Integer> {

    /** How the report is printed. */
    enum Format {
        text,
        json
    }

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    @Override
    public Integer call() throws IOException {
        Verified verified = common.looking(VerifyCommand::look);
        System.out.print(format == Format.json ? json(verified) : text(verified));
        return verified.whole() ? 0 : 1;
    }

    private static Verified look(Snapshot snapshot) throws IOException {
        MovingLine line = new MovingLine(System.err);
        Verified verified = new Verification(snapshot, line).run();
        line.end();
        return verified;
    }

    private static String text(Verified verified) {
        StringBuilder text = new StringBuilder();
        for (Verified.Defect defect : verified.defects()) {
            text.append(String.format(
                    "%s %s%n  %s%n  %s%n",
                    word(defect.kind()),
                    defect.where(),
                    defect.text().zh(),
                    defect.text().en()));
        }
        verified.counts()
                .forEach((kind, count) -> text.append(String.format(Locale.ROOT, "%s: %,d%n", word(kind), count)));
        text.append(String.format(
                Locale.ROOT,
                "检查了 %,d 个上交文件、%,d 份文档、%,d 个修订、%,d 行：%s%n",
                looked(verified, "files"),
                looked(verified, "documents"),
                looked(verified, "revisions"),
                looked(verified, "rows"),
                verified.whole() ? "完好" : "有损坏"));
        text.append(String.format(
                Locale.ROOT,
                "looked at %,d hand-ins, %,d documents, %,d revisions, %,d rows: %s%n",
                looked(verified, "files"),
                looked(verified, "documents"),
                looked(verified, "revisions"),
                looked(verified, "rows"),
                verified.whole() ? "whole" : "damaged"));
        return text.toString();
    }

    private static long looked(Verified verified, String what) {
        return verified.looked().getOrDefault(what, 0L);
    }

    private static String json(Verified verified) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode report = mapper.createObjectNode().put("whole", verified.whole());
        report.set("looked", mapper.valueToTree(verified.looked()));
        ObjectNode counts = report.putObject("counts");
        verified.counts().forEach((kind, count) -> counts.put(word(kind), count));
        for (Verified.Defect defect : verified.defects()) {
            ObjectNode one = report.withArray("defects").addObject();
            one.put("kind", word(defect.kind())).put("where", defect.where());
            one.putObject("message")
                    .put("zh", defect.text().zh())
                    .put("en", defect.text().en());
        }
        return report.toPrettyString() + System.lineSeparator();
    }

    private static String word(Verified.Kind kind) {
        return EnumWord.of(kind);
    }
}
