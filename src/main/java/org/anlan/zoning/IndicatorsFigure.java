package org.anlan.zoning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.base.EnumWord;
import org.anlan.base.Text;

/**
 * The plan's indicators: what was promised, what is known, how far it has come, and where the plan contradicts itself.
 *
 * @param baseYear year of the base values
 * @param targetYear year of the targets; a value of this year or later is the last word
 * @param revisions the states of the tables
 * @param liveRules version of the table that says which indicators are computed from layers
 * @param rows the indicators, by number
 */
public record IndicatorsFigure(int baseYear, int targetYear, Revisions revisions, int liveRules, List<Row> rows) {

    /**
     * The states of the tables; 0 where nothing was handed in yet.
     *
     * @param indicators table 2 of the plan
     * @param results table 1 of the plan
     * @param values values entered by hand
     * @param conflicts contradictions of the plan
     */
    public record Revisions(long indicators, long results, long values, long conflicts) {}

    /** How far an indicator has come. */
    public enum State {
        /** The newest value meets the target. */
        MET,
        /** The target is still to come, and the value is no worse than the base. */
        ON_THE_WAY,
        /** The target year has come without the target, or the value is worse than the base. */
        MISSED,
        /** There is no value, or the target is a text that nobody has judged. */
        NO_DATA;

        /** The word for it: lower case with hyphens. */
        public String word() {
            return EnumWord.of(this);
        }

        /** The state of this word, if it is one. */
        public static Optional<State> of(String word) {
            return EnumWord.find(State.class, word);
        }

        /** Its label. */
        public Text label() {
            return switch (this) {
                case MET -> new Text("已达标", "met");
                case ON_THE_WAY -> new Text("推进中", "on the way");
                case MISSED -> new Text("未达标", "missed");
                case NO_DATA -> new Text("无数据", "no data");
            };
        }
    }

    /** Where a value comes from. */
    public enum Origin {
        /** The plan's base. */
        PLAN,
        /** Entered by hand. */
        ENTERED,
        /** Computed from layers. */
        COMPUTED;

        /** The word for it: lower case. */
        public String word() {
            return EnumWord.of(this);
        }
    }

    /**
     * What the plan says, as printed.
     *
     * @param no number
     * @param domain domain
     * @param name name
     * @param unit unit; blank where it has none
     * @param kind code of its kind: binding, expected, leading
     * @param base base value as printed
     * @param baseNumber the same as a number, where it is one
     * @param target target as printed
     * @param comparator code of how values compare with the number; blank for a text target
     * @param targetNumber the number, where it is one
     * @param targetText the words, where it is none
     * @param note note
     */
    public record Plan(
            long no,
            String domain,
            String name,
            String unit,
            String kind,
            String base,
            OptionalDouble baseNumber,
            String target,
            String comparator,
            OptionalDouble targetNumber,
            String targetText,
            String note) {}

    /**
     * A value at a date.
     *
     * @param date of when it is
     * @param value the number, where it is one
     * @param text the words, where it is none
     * @param origin where it comes from
     * @param source its source in words; of a computed one, the states of the layers
     * @param note note
     * @param judgement the state as somebody judged it, where the target is a text
     * @param revision the revision that brought it
     */
    public record Value(
            LocalDate date,
            OptionalDouble value,
            String text,
            Origin origin,
            String source,
            String note,
            Optional<State> judgement,
            long revision) {}

    /**
     * A share that a computed value rests on, or that goes with it.
     *
     * @param name what of what
     * @param percent the share
     * @param part the part, square metres or metres
     * @param whole the whole, in the same unit
     * @param unit m2 or m
     */
    public record Detail(Text name, double percent, double part, double whole, String unit) {}

    /**
     * Two things that the plan says about one indicator.
     *
     * @param aspect code of what about it: target, base, scope, kind …
     * @param label the code's words
     * @param firstValue the one
     * @param firstSource its clause
     * @param secondValue the other
     * @param secondSource its clause
     * @param note note
     */
    public record Conflict(
            String aspect,
            Text label,
            String firstValue,
            String firstSource,
            String secondValue,
            String secondSource,
            String note) {}

    /**
     * One indicator.
     *
     * @param plan what the plan says
     * @param state how far it has come
     * @param why the rule that the state follows from
     * @param current the newest value; computed ones come before entered ones
     * @param series all values by date, oldest first
     * @param details shares that go with a computed value
     * @param conflicts where the plan contradicts itself
     */
    public record Row(
            Plan plan,
            State state,
            Text why,
            Optional<Value> current,
            List<Value> series,
            List<Detail> details,
            List<Conflict> conflicts) {}
}
