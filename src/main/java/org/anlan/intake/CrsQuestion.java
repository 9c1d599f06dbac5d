package org.anlan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;

/** What has to be asked about the coordinate system of a layer before it may be placed. */
final class CrsQuestion {

    private CrsQuestion() {}

    /** The error {@code crs.unconfirmed} or {@code crs.far-from-home}; empty when nothing is open. */
    static Optional<Finding> of(String sourceName, Inspection.CrsReading crs) {
        return switch (crs.how()) {
            case GUESSED, UNKNOWN -> Optional.of(unconfirmed(sourceName, crs));
            case DECLARED, MATCHED -> crs.better().map(better -> farFromHome(sourceName, crs, better));
            case CHOSEN, NONE -> Optional.empty();
        };
    }

    private static Finding unconfirmed(String sourceName, Inspection.CrsReading crs) {
        return Finding.ofFile(
                "crs.unconfirmed",
                Severity.ERROR,
                sourceName,
                Text.of(
                        "坐标系需要确认：%s。请选择坐标系（命令行用 --crs）。",
                        "The coordinate system has to be confirmed: %2$s. Choose one (--crs on the command line).",
                        crs.reason().zh(),
                        crs.reason().en()));
    }

    private static Finding farFromHome(String sourceName, Inspection.CrsReading crs, Inspection.Alternative better) {
        String declared = crs.code().orElse("?");
        Text where = crs.distanceM()
                .map(m -> Text.of("数据将位于本地以外 %.0f 公里", "the data would lie %.0f km from home", m / 1000))
                .orElseGet(() -> Text.of("该坐标系容不下这些坐标值", "that system cannot hold such coordinates"));
        return Finding.ofFile(
                "crs.far-from-home",
                Severity.ERROR,
                sourceName,
                Text.of(
                        "文件声明的坐标系是 %1$s，但%2$s；按 %3$s（%4$s）则位于本地。请核对后选择 %3$s，或选择 %1$s 以确认文件的声明（命令行用 --crs）。",
                        "The file declares %1$s, but %5$s; read as %3$s (%6$s) it lies at home. Check it and choose %3$s, or choose %1$s to confirm what the file declares (--crs on the command line).",
                        declared,
                        where.zh(),
                        better.code(),
                        better.name().zh(),
                        where.en(),
                        better.name().en()));
    }

    /** The question as somebody who sent one file can answer it at once: what the file declares, if it declares anything, and what its numbers allow. */
    static Refusal.Question choices(Inspection.CrsReading crs) {
        List<Refusal.Choice> choices = new ArrayList<>();
        for (Inspection.Alternative one : crs.alternatives()) {
            Text where = one.distanceM()
                    .map(m -> m == 0
                            ? Text.of("在本地", "at home")
                            : Text.of("离本地 %.0f 公里", "%.0f km from home", Math.max(1, m / 1000)))
                    .orElseGet(() -> one.reason());
            choices.add(new Refusal.Choice(
                    one.code(),
                    Text.of(
                            "%1$s，%3$s",
                            "%2$s, %4$s", one.name().zh(), one.name().en(), where.zh(), where.en())));
        }
        crs.code()
                .filter(code ->
                        choices.stream().noneMatch(choice -> choice.value().equals(code)))
                .ifPresent(code -> choices.add(new Refusal.Choice(
                        code,
                        Text.of(
                                "%1$s（%2$s）",
                                "%1$s (%3$s)",
                                code,
                                crs.reason().zh(),
                                crs.reason().en()))));
        return new Refusal.Question("crs", List.copyOf(choices));
    }
}
