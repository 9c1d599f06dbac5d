package org.anlan.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anlan.base.ChinaTime;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.Retention;
import org.anlan.intake.checks.LayerCheckList;
import org.anlan.store.Actor;
import org.anlan.store.Commit;
import org.anlan.store.Origin;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.Upload;

/** Passes an upload through the intake, to be compared with what is there or to be committed. */
final class Passing {

    private final Catalog catalog;
    private final Store store;
    private final Retention retention;
    private final OpenUploads uploads;
    private final Reports reports;

    Passing(Catalog catalog, Store store, Retention retention, OpenUploads uploads, Reports reports) {
        this.catalog = catalog;
        this.store = store;
        this.retention = retention;
        this.uploads = uploads;
        this.reports = reports;
    }

    /** Passes the whole file as a commit would, and writes nothing; the report is kept with the upload. */
    CheckReport check(Upload upload, Progress progress) throws IOException {
        Comparison comparison = new Comparison(catalog);
        try (OpenedUpload opened = new OpenedUpload(catalog, store, upload)) {
            Map<String, Long> bases = bases();
            try (Commit preview = store.preview(Origin.of(Origin.Kind.IMPORT, Actor.SYSTEM, ""), comparison)) {
                FindingLog log = new FindingLog();
                List<PartPlan> plans = opened.plans(log);
                Map<PartPlan, Passage.Read> reads = pass(plans, preview, log, progress);
                progress.at(Progress.Step.WRITING, 0, Optional.empty());
                preview.finish();
                CheckReport report = report(log, reads, preview)
                        .comparedWith(bases, comparison.changes(), retention.effects(comparison.coast()));
                reports.keep(upload.id(), report);
                uploads.checked(upload);
                return report;
            }
        }
    }

    /** The newest revision of each layer; 0 where it has none. */
    private Map<String, Long> bases() {
        Map<String, Long> bases = new TreeMap<>();
        for (LayerDefinition layer : catalog.layers()) {
            bases.put(
                    layer.id(),
                    store.revisions().newest(layer.id()).map(Revision::id).orElse(0L));
        }
        return bases;
    }

    /** Commits the file, or compares it anew and refuses ({@code base-moved}) when a layer has changed since it was checked. */
    Intake.Outcome commit(Upload upload, Actor author, String note, Progress progress) throws IOException {
        try (OpenedUpload opened = new OpenedUpload(catalog, store, upload)) {
            FindingLog log = new FindingLog();
            List<PartPlan> plans = opened.plans(log);
            Optional<Revision> since;
            try (Commit commit = store.begin(origin(upload, plans, author, note))) {
                since = moved(upload); // from here on nobody else commits
                if (since.isEmpty()) {
                    return commit(upload, opened, plans, commit, log, progress);
                }
            }
            check(upload, progress);
            throw baseMoved(since.get());
        }
    }

    private Intake.Outcome commit(
            Upload upload, OpenedUpload opened, List<PartPlan> plans, Commit commit, FindingLog log, Progress progress)
            throws IOException {
        Map<PartPlan, Passage.Read> reads = pass(plans, commit, log, progress);
        progress.at(Progress.Step.WRITING, 0, Optional.empty());
        List<Revision> revisions = log.count(Severity.ERROR) > 0 ? List.of() : commit.finish();
        CheckReport report = report(log, reads, commit);
        commit.close(); // there is one place to write
        if (!report.blocked()) {
            uploads.committed(upload);
            opened.remember(plans);
            if (upload.state() != Upload.State.CHECKED) {
                reports.keep(upload.id(), report);
            }
        }
        return new Intake.Outcome(report, revisions);
    }

    /** The revision of a layer that came after this upload was compared with it; empty when it was not compared as it is. */
    private Optional<Revision> moved(Upload upload) {
        return upload.state() == Upload.State.CHECKED
                ? reports.find(upload.id()).flatMap(this::moved)
                : Optional.empty();
    }

    private Optional<Revision> moved(CheckReport report) {
        return report.parts().stream()
                .map(CheckReport.Part::layer)
                .distinct()
                .flatMap(layer -> store.revisions().newest(layer).stream())
                .filter(newest -> newest.id() != report.bases().getOrDefault(newest.layer(), 0L))
                .findFirst();
    }

    private static Refusal baseMoved(Revision since) {
        return Refusal.conflict(
                "base-moved",
                "检查之后，%2$s 在 %3$s 提交了图层 %1$s 的修订 r%4$d（%5$s）。已重新比较，请看过新的差异后再提交。",
                "After the check, %2$s committed revision r%4$d of layer %1$s at %3$s (%5$s). The upload has been compared anew: look at the differences "
                        + "and commit again.",
                since.layer(),
                since.origin().author(),
                ChinaTime.told(since.at()),
                since.id(),
                since.origin().note().isBlank() ? "–" : since.origin().note());
    }

    private static Origin origin(Upload upload, List<PartPlan> plans, Actor author, String note) {
        String crs = plans.stream()
                .filter(p -> p.layer().geometry() != GeometryKind.NONE)
                .map(PartPlan::crsWord)
                .distinct()
                .collect(Collectors.joining(","));
        return new Origin(
                Origin.Kind.IMPORT,
                author,
                note,
                Optional.of(new Origin.Source(upload.fileName(), upload.sha256(), crs)));
    }

    private Map<PartPlan, Passage.Read> pass(List<PartPlan> plans, Commit commit, FindingLog log, Progress progress)
            throws IOException {
        return new Passage(catalog, new LayerCheckList(catalog, store), commit, log, progress).run(plans);
    }

    private static CheckReport report(FindingLog log, Map<PartPlan, Passage.Read> reads, Commit commit) {
        List<CheckReport.Part> parts = new ArrayList<>();
        reads.forEach((plan, read) -> parts.add(new CheckReport.Part(
                plan.index(),
                plan.layer().id(),
                read.records(),
                commit.layer(plan.layer()).changes(),
                read.unmatched())));
        return new CheckReport(
                log.count(Severity.ERROR),
                log.count(Severity.WARNING),
                log.count(Severity.NOTE),
                log.findings(),
                parts,
                Map.of(),
                List.of(),
                List.of());
    }
}
