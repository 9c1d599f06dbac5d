package org.anlan.outfall;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.base.Refusal;
import org.anlan.outfall.OutfallFigure.By;
import org.anlan.outfall.ledger.Count;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.ledger.Register;

/** Figures of the ledger: how many outfalls there are, and how far their remediation has come on any day. */
public final class OutfallFigures {

    private final Desk desk;

    OutfallFigures(Desk desk) {
        this.desk = desk;
    }

    /**
     * What is asked.
     *
     * @param by what the rows are
     * @param kind the only kind counted
     * @param on the day; empty = today
     */
    public record Question(By by, Optional<String> kind, Optional<LocalDate> on) {}

    /** The figure. Refused: {@code unknown-kind}. */
    public OutfallFigure figure(Question question) {
        question.kind().ifPresent(kind -> mustBeKind(desk, kind));
        LocalDate on = question.on().orElseGet(desk::today);
        long ledger = desk.book().newest();
        Count.Counted counted = new Count(desk, question.kind(), on).by(question.by());
        return new OutfallFigure(
                word(question.by()),
                question.kind(),
                on,
                counted.total(),
                counted.rows(),
                counted.months(),
                desk.rules().version(),
                ledger,
                Map.of(Register.LAYER, desk.newest(Register.LAYER)));
    }

    /** Refuses ({@code unknown-kind}) what is no kind of outfall. */
    static void mustBeKind(Desk desk, String kind) {
        if (desk.catalog().codeList("outfall-kind").entry(kind).isEmpty()) {
            throw Refusal.invalid(
                    "unknown-kind",
                    "没有排污口类别“%s”；可用：sea, river",
                    "There is no kind of outfalls \"%s\"; there are: sea, river",
                    kind);
        }
    }

    /** The word for what the rows are; refused ({@code bad-parameter}). */
    public static By by(String word) {
        for (By by : By.values()) {
            if (word(by).equals(word)) {
                return by;
            }
        }
        throw Refusal.invalid(
                "bad-parameter",
                "不能按“%s”统计；可用：kind, class1, class2, treatment, town, bay, receiving, month, state",
                "Outfalls cannot be counted by \"%s\"; there are: kind, class1, class2, treatment, town, bay, receiving, month, state",
                word);
    }

    /** How what the rows are is written. */
    static String word(By by) {
        return EnumWord.of(by);
    }
}
