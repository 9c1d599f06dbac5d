package org.anlan.intake;

import org.anlan.base.Refusal;
import org.anlan.base.Text;

/** Stops a check or a commit under way; nothing has changed when it arrives. */
final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CancelledException() {
        super("cancelled");
    }

    /** What whoever waited for the work is told. */
    static Refusal refusal() {
        return new Refusal(
                Refusal.Kind.CONFLICT, "cancelled", Text.of("已取消，未作任何更改", "It was cancelled and nothing was changed"));
    }
}
