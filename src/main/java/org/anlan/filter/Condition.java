package org.anlan.filter;

import java.util.List;
import org.anlan.store.Row;

/** A condition that is ready to be asked of features. */
@FunctionalInterface
interface Condition {

    /** What it comes to for this feature. */
    Verdict of(Row row);

    /** All hold: false as soon as one is false, unknown when none is false and one unknown. */
    static Condition all(List<Condition> conditions) {
        Condition[] all = conditions.toArray(Condition[]::new);
        return row -> {
            Verdict verdict = Verdict.TRUE;
            for (Condition condition : all) {
                Verdict one = condition.of(row);
                if (one == Verdict.FALSE) {
                    return Verdict.FALSE;
                }
                verdict = one == Verdict.UNKNOWN ? Verdict.UNKNOWN : verdict;
            }
            return verdict;
        };
    }

    /** Any holds: true as soon as one is true, unknown when none is true and one unknown. */
    static Condition any(List<Condition> conditions) {
        Condition[] any = conditions.toArray(Condition[]::new);
        return row -> {
            Verdict verdict = Verdict.FALSE;
            for (Condition condition : any) {
                Verdict one = condition.of(row);
                if (one == Verdict.TRUE) {
                    return Verdict.TRUE;
                }
                verdict = one == Verdict.UNKNOWN ? Verdict.UNKNOWN : verdict;
            }
            return verdict;
        };
    }
}
