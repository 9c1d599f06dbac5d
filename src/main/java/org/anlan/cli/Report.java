package org.anlan.cli;

import java.io.PrintStream;
import org.anlan.base.Finding;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Intake;
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
        for (CheckReport.Part part : report.parts()) {
            out.printf(
                    "%s: 读取 read %d, 新增 added %d, 修改 changed %d, 删除 removed %d, 未变 unchanged %d%n",
                    part.layer(),
                    part.read(),
                    part.changes().added(),
                    part.changes().changed(),
                    part.changes().removed(),
                    part.changes().unchanged());
        }
        out.printf("错误 errors %d, 警告 warnings %d, 说明 notes %d%n", report.errors(), report.warnings(), report.notes());
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
