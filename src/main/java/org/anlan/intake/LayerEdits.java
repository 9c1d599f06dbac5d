package org.anlan.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.Retention;
import org.anlan.intake.checks.Checked;
import org.anlan.intake.checks.FeatureCheck;
import org.anlan.intake.checks.LayerCheckList;
import org.anlan.store.Commit;
import org.anlan.store.LayerWriter;
import org.anlan.store.Origin;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/**
 * Changes features by hand, one by one or some together. An edit is looked at by the same checks as a hand-in, with all that lies in its scopes, and is kept as
 * one revision. What was wrong before and has nothing to do with the edit stands in nobody's way.
 */
public final class LayerEdits {

    private final Catalog catalog;
    private final Store store;
    private final Retention retention;

    /** Edits of this store, which tell what they do to these figures. */
    public LayerEdits(Catalog catalog, Store store, Retention retention) {
        this.catalog = catalog;
        this.store = store;
        this.retention = retention;
    }

    /**
     * Looks at an edit as a commit would and writes nothing. Refused: {@code nothing-edited}, {@code too-many-edits}, {@code unknown-feature}, {@code unknown-field}, {@code base-moved}, {@code
     * not-permitted}, {@code not-your-region}.
     */
    public CheckReport check(Edit edit, Caller caller) {
        mustFit(edit);
        caller.must(Right.CHANGE_LAYERS);
        Comparison comparison = new Comparison(catalog);
        try (Commit preview = store.preview(Origin.of(Origin.Kind.EDIT, caller.actor(), ""), comparison)) {
            CheckReport report = pass(edit, caller, preview);
            preview.finish();
            return reported(edit, report.findings(), preview)
                    .comparedWith(
                            Map.of(edit.layer().id(), edit.base()),
                            comparison.changes(),
                            retention.effects(comparison.coast()));
        }
    }

    /**
     * Keeps an edit as one revision, or nothing of it when there are errors. Refused as {@link #check}, and {@code nothing-changed}.
     *
     * @return what was found, and the revision when there is one
     */
    public Intake.Outcome commit(Edit edit, Caller caller) {
        mustFit(edit);
        caller.must(Right.CHANGE_LAYERS);
        try (Commit commit = store.begin(Origin.of(Origin.Kind.EDIT, caller.actor(), edit.note()))) {
            CheckReport report = pass(edit, caller, commit); // nobody else commits from here on
            if (report.blocked()) {
                return new Intake.Outcome(report, List.of());
            }
            List<Revision> revisions = commit.finish();
            return new Intake.Outcome(reported(edit, report.findings(), commit), revisions);
        }
    }

    private static void mustFit(Edit edit) {
        int features = edit.put().size() + edit.removed().size();
        if (features == 0) {
            throw Refusal.invalid(
                    "nothing-edited",
                    "修改中没有任何要素：put 与 remove 都是空的",
                    "The edit names no feature: put and remove are both empty");
        }
        if (features > Edit.MOST_FEATURES) {
            throw Refusal.invalid(
                    "too-many-edits",
                    "一次最多修改 %d 个要素，这里有 %d 个；更多的请作为文件上传",
                    "An edit changes at most %d features, this one %d; hand more in as a file",
                    Edit.MOST_FEATURES,
                    features);
        }
        Set<String> named = new HashSet<>(edit.removed());
        edit.put().stream()
                .flatMap(put -> put.id().stream())
                .filter(id -> !named.add(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Refusal.invalid(
                            "edited-twice", "要素“%s”在修改中出现了两次", "The edit names the feature \"%s\" twice", id);
                });
    }

    private CheckReport pass(Edit edit, Caller caller, Commit commit) {
        FindingLog log = new FindingLog();
        EditedRows rows = new EditedRows(store, edit);
        EditedFeatures.Made made = new EditedFeatures(edit.layer(), catalog, rows, log).all(edit);
        rows.before().forEach(one -> mustWorkThere(edit.layer(), one, caller));
        made.checked().forEach(one -> mustWorkThere(edit.layer(), one, caller));
        if (log.count(Severity.ERROR) == 0) {
            newFindings(edit.layer(), rows, made).forEach(log::add);
        }
        LayerWriter writer = commit.layer(edit.layer());
        if (log.count(Severity.ERROR) == 0) {
            made.removed().forEach(writer::remove);
            long same = made.put().stream()
                    .filter(one -> writer.put(one) == LayerWriter.Verdict.UNCHANGED)
                    .count();
            if (made.removed().isEmpty() && same == made.put().size()) {
                throw Refusal.conflict(
                        "nothing-changed",
                        "这些要素已经是这样，没有可保存的修改",
                        "These features are so already; there is nothing to keep");
            }
        }
        return reported(edit, log.findings(), commit);
    }

    private static void mustWorkThere(LayerDefinition layer, Checked feature, Caller caller) {
        caller.mustWorkIn(EditedRows.regionsOf(layer, feature.values()));
    }

    /** What the checks find with the edit and did not find without it. */
    private List<Finding> newFindings(LayerDefinition layer, EditedRows rows, EditedFeatures.Made made) {
        List<Finding> after = found(layer, rows, made.checked(), made.checked());
        if (after.isEmpty()) {
            return after;
        }
        Map<List<Object>, Integer> before = new HashMap<>();
        found(layer, rows, rows.before(), made.checked()).forEach(one -> before.merge(key(one), 1, Integer::sum));
        return after.stream()
                .filter(one -> before.merge(key(one), -1, Integer::sum) < 0)
                .toList();
    }

    private static List<Object> key(Finding finding) {
        return List.of(finding.code(), finding.featureId(), finding.place(), finding.text());
    }

    private List<Finding> found(LayerDefinition layer, EditedRows rows, List<Checked> features, List<Checked> scopes) {
        List<Finding> found = new ArrayList<>();
        List<FeatureCheck> checks = new LayerCheckList(catalog, store).of(layer);
        TornEnds torn = new TornEnds(rows.before(), features);
        rows.neighbours(scopes, one -> {
            checks.forEach(check -> check.feature(one, found::add));
            torn.neighbour(one);
        });
        features.forEach(one -> checks.forEach(check -> check.feature(one, found::add)));
        checks.forEach(check -> check.end(found::add));
        torn.end(found::add);
        return found;
    }

    private static CheckReport reported(Edit edit, List<Finding> findings, Commit commit) {
        return new CheckReport(
                count(findings, Severity.ERROR),
                count(findings, Severity.WARNING),
                count(findings, Severity.NOTE),
                findings,
                List.of(new CheckReport.Part(
                        0,
                        edit.layer().id(),
                        edit.put().size(),
                        commit.layer(edit.layer()).changes(),
                        List.of())),
                Map.of(),
                List.of(),
                List.of());
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(one -> one.severity() == severity).count();
    }
}
