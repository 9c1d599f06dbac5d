package org.anlan.outfall;

import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.base.Refusal;

/**
 * Which part of a list of outfalls is wanted, and in which order. What is alike in the order is in that of the codes.
 *
 * @param by what it is in the order of
 * @param falling whether the greatest comes first
 * @param after only those behind this code, in the order of the codes; blank = from the first
 * @param offset so many are passed over first
 * @param limit at most so many
 */
public record OutfallPage(Order by, boolean falling, String after, int offset, int limit) {

    /** The most outfalls in one answer. */
    public static final int MOST = 1_000;

    /** What outfalls are in the order of. */
    public enum Order {
        /** Their codes. */
        CODE,
        /** Their names, as Chinese dictionaries have them (pinyin). */
        NAME,
        /** The names of their towns, alike. */
        TOWN,
        /** Their states, as the work goes on. */
        STATE,
        /** Whether the newest reading is above a limit, then how many ever were. */
        EXCEEDANCES
    }

    /** Refused ({@code bad-parameter}) when a code is to be gone on behind in another order than that of the codes. */
    public OutfallPage {
        if (!after.isEmpty() && (by != Order.CODE || falling)) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 after 只能用于按编码的升序；其他排序请用 offset",
                    "The parameter after goes with the rising order of codes only; use offset with others");
        }
    }

    /** The first so many by code. */
    public static OutfallPage first(int limit) {
        return new OutfallPage(Order.CODE, false, "", 0, limit);
    }

    /**
     * A part in an order that is written as a word, falling with a minus before it ("-exceedances"). Refused ({@code bad-parameter}) when there is no such order.
     *
     * @param order the word; empty = code
     */
    public static OutfallPage of(Optional<String> order, String after, int offset, int limit) {
        String word = order.orElse("code");
        boolean falling = word.startsWith("-");
        return new OutfallPage(
                EnumWord.named(
                        Order.class,
                        falling ? word.substring(1) : word,
                        "bad-parameter",
                        "不能按“%s”排序；可用（前加“-”为降序）：%s",
                        "There is no order \"%s\"; there are (falling with - before it): %s"),
                falling,
                after,
                offset,
                limit);
    }
}
