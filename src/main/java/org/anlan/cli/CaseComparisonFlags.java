package org.anlan.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.casework.ExceedanceQuestion;
import org.anlan.casework.RevisionQuestion;
import org.anlan.coast.By;
import org.anlan.coast.Change;
import picocli.CommandLine.Option;

/** Which two surveys, or which two revisions of a layer, are compared for problem sites; or which readings above their limits are looked through. */
final class CaseComparisonFlags {

    @Option(names = "--from", paramLabel = "YEAR", description = "较早的修测年度 / the older survey year")
    private Optional<Integer> from = Optional.empty();

    @Option(names = "--to", paramLabel = "YEAR", description = "较晚的修测年度 / the newer survey year")
    private Optional<Integer> to = Optional.empty();

    @Option(
            names = "--compared-layer",
            paramLabel = "ID",
            description = "按修订比对的图层，如 coastline、red-lines / layer whose revisions are compared")
    private Optional<String> layer = Optional.empty();

    @Option(names = "--from-revision", paramLabel = "N", description = "该图层较早的修订 / its earlier revision")
    private Optional<Long> fromRevision = Optional.empty();

    @Option(names = "--to-revision", paramLabel = "N", description = "该图层较晚的修订 / its later revision")
    private Optional<Long> toRevision = Optional.empty();

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "比对两个修订中的哪次修测，缺省为最近一次 / survey year that is compared in both revisions (default: the newest)")
    private Optional<Integer> year = Optional.empty();

    @Option(
            names = "--exceedances",
            description = "尚未登记的超标监测值 / readings above their limits that have no problem site yet")
    private boolean exceedances;

    @Option(names = "--since", paramLabel = "YYYY-MM-DD", description = "采样起日 / sampled on this day or later")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--until", paramLabel = "YYYY-MM-DD", description = "采样止日 / sampled on this day or earlier")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--measured", paramLabel = "PARAMETER", description = "只要此指标（cod, nh3n …） / of this parameter only")
    private Optional<String> measured = Optional.empty();

    /** Whether readings above their limits are asked for. */
    boolean ofExceedances() {
        return exceedances;
    }

    /** Which readings; refused ({@code bad-parameter}). */
    ExceedanceQuestion readings() {
        return new ExceedanceQuestion(since, until, measured, ExceedanceQuestion.MOST);
    }

    /** Whether a comparison is asked for. */
    boolean asked() {
        return from.isPresent() || to.isPresent() || ofRevisions();
    }

    /** Whether one of revisions is. */
    boolean ofRevisions() {
        return layer.isPresent() || fromRevision.isPresent() || toRevision.isPresent();
    }

    /** The comparison of two revisions; refused ({@code missing-value}). */
    RevisionQuestion revisions() {
        return RevisionQuestion.entered(layer, fromRevision, toRevision, year, Optional.empty(), Optional.empty());
    }

    /** The comparison of two surveys; refused ({@code missing-value}). */
    Change.Question required() {
        return new Change.Question(
                from.orElseThrow(CaseComparisonFlags::missing),
                to.orElseThrow(CaseComparisonFlags::missing),
                By.CITY,
                Optional.empty(),
                OptionalLong.empty(),
                Change.DEFAULT_TOLERANCE_M);
    }

    private static Refusal missing() {
        return Refusal.invalid(
                "missing-value", "请用 --from 与 --to 给出两个修测年度", "Name two survey years by --from and --to");
    }
}
