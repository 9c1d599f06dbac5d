package org.anlan.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.anlan.base.Refusal;

/**
 * Which readings above their limits are proposed as problem sites.
 *
 * @param from sampled on this day or later
 * @param to sampled on this day or earlier
 * @param parameter word of the only parameter wanted ("cod")
 * @param limit at most so many
 */
public record ExceedanceQuestion(
        Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> parameter, int limit) {

    /** As many as are proposed where nobody says. */
    public static final int USUAL = 200;

    /** The most that are proposed at once. */
    public static final int MOST = 1_000;

    /** Refused ({@code bad-parameter}) when the time ends before it begins, or the limit is out of bounds. */
    public ExceedanceQuestion {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "采样时段的止日 %s 早于起日 %s",
                    "The last day of the samples, %s, is before the first, %s",
                    to.get(),
                    from.get());
        }
        if (limit < 1 || limit > MOST) {
            throw Refusal.invalid("bad-parameter", "limit 应为 1 到 %d", "limit should be from 1 to %d", MOST);
        }
    }
}
