package org.anlan.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anlan.base.Finding;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Intake;
import org.anlan.store.Changes;
import org.anlan.store.Revision;

/** Prints what a check found and what a commit changed. */
final class Report {

    private static final int SHOWN = 200;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void check(CheckReport report) {
        report.findings().stream().limit(SHOWN).forEach(this::finding);
        if (report.findings().size() > SHOWN) {
            out.printf("… 另有 %1$d 条 / and %1$d more%n", report.findings().size() - SHOWN);
        }
        Map<String, List<CheckReport.Part>> byLayer = report.parts().stream()
                .collect(Collectors.groupingBy(CheckReport.Part::layer, LinkedHashMap::new, Collectors.toList()));
        byLayer.forEach(this::layer);
        report.parts().stream()
                .flatMap(part -> part.unmatched().stream())
                .forEach(w -> out.printf(
                        "不在代码表 not in the list: %s “%s” × %d%s%n",
                        w.field(),
                        w.word(),
                        w.count(),
                        w.suggestion().map(code -> " → " + code + " ?").orElse("")));
        out.printf("错误 errors %d, 警告 warnings %d, 说明 notes %d%n", report.errors(), report.warnings(), report.notes());
    }

    /** The parts of a file that go to the same layer share one comparison. */
    private void layer(String layer, List<CheckReport.Part> parts) {
        long read = parts.stream().mapToLong(CheckReport.Part::read).sum();
        Changes changes = parts.get(0).changes();
        out.printf(
                "%s: 读取 read %d, 新增 added %d, 修改 changed %d, 删除 removed %d, 未变 unchanged %d%n",
                layer, read, changes.added(), changes.changed(), changes.removed(), changes.unchanged());
    }

    private void finding(Finding finding) {
        String where = finding.record() > 0 ? finding.layer() + " #" + finding.record() : finding.layer();
        out.printf(
                "%-7s %s  %s%s: %s%n",
                finding.severity(),
                finding.code(),
                where,
                finding.featureId().map(id -> " " + id).orElse(""),
                finding.text().both());
    }

    void commit(Intake.Outcome outcome) {
        if (outcome.report().blocked()) {
            out.println("未提交，数据未变 / not committed, nothing changed");
        }
        for (Revision revision : outcome.revisions()) {
            out.printf(
                    "%s 修订 revision %d: %d 个要素 features%n",
                    revision.layer(), revision.id(), revision.state().count());
        }
    }
}
