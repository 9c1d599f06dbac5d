package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.anlan.base.Refusal;

/**
 * When revisions are made: never before the one before them, since "as of a day" must find the same state for ever. A clock that is set back a little (or
 * differs between nodes) is made good: the new revision takes the time of the newest. One that is far behind is refused.
 */
record Moments(Connection connection, Dialect dialect) {

    private static final Duration LITTLE = Duration.ofMinutes(1);

    /** The time of a revision made now. Refused, with nothing changed: {@code clock-behind}. */
    Instant next(Instant now) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT id, at FROM revision ORDER BY id DESC LIMIT 1");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return now;
            }
            Instant newest = dialect.moment(row, "at");
            if (now.plus(LITTLE).isBefore(newest)) {
                throw Refusal.unavailable(
                        "clock-behind",
                        "本机时钟（%2$s）早于最新修订 r%1$d 的时间（%3$s）。未作任何更改；请校准时钟（如启用 NTP）后重试。",
                        "The clock of this machine (%2$s) is behind the time of the newest revision r%1$d (%3$s). Nothing was changed; set the clock right "
                                + "(NTP, for one) and try again.",
                        row.getLong("id"),
                        now,
                        newest);
            }
            return now.isBefore(newest) ? newest : now;
        }
    }
}
