package org.anlan.zoning.indicators;

import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.base.Text;
import org.anlan.zoning.IndicatorsFigure;
import org.anlan.zoning.IndicatorsFigure.State;

/**
 * How far an indicator has come, by the value's own date, so that the same values give the same state for ever:
 *
 * <ul>
 *   <li>a number as target: met when the value meets it. A target that is printed without a comparator is met by it or by anything beyond it as seen from the base. Else, of the
 *       target year or later, missed; before it, on the way when no worse than the base (or when there is no base), missed when worse;
 *   <li>"must not fall": the same with the base as the least;
 *   <li>any other text: as somebody judged it, else no data. It is never computed.
 * </ul>
 */
public final class Judging {

    /** Values are printed with two decimals at most; what differs by less than this is equal. */
    private static final double SAME = 1e-9;

    private final int targetYear;

    /** Judges targets of this year. */
    public Judging(int targetYear) {
        this.targetYear = targetYear;
    }

    /**
     * A state and the rule that it follows from.
     *
     * @param state the state
     * @param why the rule
     */
    public record Judged(State state, Text why) {}

    /**
     * Judges a value.
     *
     * @param plan what the plan says
     * @param notBelowBase the target is that the value does not fall
     * @param base what it must not fall below; the plan's base where there is one
     * @param current the newest value
     */
    public Judged judge(
            IndicatorsFigure.Plan plan,
            boolean notBelowBase,
            OptionalDouble base,
            Optional<IndicatorsFigure.Value> current) {
        if (current.isEmpty()) {
            return new Judged(State.NO_DATA, new Text("还没有数值", "There is no value yet"));
        }
        IndicatorsFigure.Value value = current.get();
        if (plan.targetNumber().isPresent()) {
            return value.value().isPresent()
                    ? byNumber(value, plan.comparator(), plan.targetNumber().getAsDouble(), base)
                    : new Judged(
                            State.NO_DATA,
                            new Text("目标为数值，填报的是文字", "The target is a number and what was entered is a text"));
        }
        if (notBelowBase && value.value().isPresent() && base.isPresent()) {
            return byNumber(value, "at-least", base.getAsDouble(), base);
        }
        return value.judgement()
                .map(judged -> new Judged(
                        judged, new Text("目标为文字，状态由填报人认定", "The target is a text; the state was judged by hand")))
                .orElse(new Judged(
                        State.NO_DATA,
                        notBelowBase
                                ? new Text("没有可比的基数", "There is no base to compare with")
                                : new Text(
                                        "目标为文字，不作计算，尚无人认定",
                                        "The target is a text, which is not computed, and nobody has judged it")));
    }

    private Judged byNumber(IndicatorsFigure.Value value, String comparator, double target, OptionalDouble base) {
        double number = value.value().orElseThrow();
        if (meets(number, comparator, target, base)) {
            return new Judged(State.MET, new Text("数值已达到目标", "The value meets the target"));
        }
        if (value.date().getYear() >= targetYear) {
            return new Judged(State.MISSED, new Text("已到目标年，未达到目标", "The target year has come without the target"));
        }
        if (base.isPresent() && gap(base.getAsDouble(), comparator, target) < gap(number, comparator, target) - SAME) {
            return new Judged(State.MISSED, new Text("未达到目标，且比基数差", "Short of the target, and worse than the base"));
        }
        return new Judged(
                State.ON_THE_WAY,
                new Text("未到目标年，不比基数差", "The target year is still to come, and the value is no worse than the base"));
    }

    private static boolean meets(double number, String comparator, double target, OptionalDouble base) {
        return switch (comparator) {
            case "at-least" -> number >= target - SAME;
            case "at-most" -> number <= target + SAME;
            case "more-than" -> number > target;
            case "less-than" -> number < target;
            default -> Math.abs(number - target) <= SAME || beyond(number, target, base);
        };
    }

    private static boolean beyond(double number, double target, OptionalDouble base) {
        return base.isPresent()
                && Math.signum(number - target) == Math.signum(target - base.getAsDouble())
                && Math.abs(target - base.getAsDouble()) > SAME;
    }

    /** How far a number is from meeting the target; 0 when it is as good or better. */
    private static double gap(double number, String comparator, double target) {
        return switch (comparator) {
            case "at-least", "more-than" -> Math.max(0, target - number);
            case "at-most", "less-than" -> Math.max(0, number - target);
            default -> Math.abs(number - target);
        };
    }
}
