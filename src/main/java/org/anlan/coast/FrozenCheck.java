package org.anlan.coast;

import java.util.List;
import org.anlan.base.Text;

/**
 * Whether a frozen figure still comes out.
 *
 * @param reasons why it does not; empty when it does
 */
public record FrozenCheck(List<Reason> reasons) {

    /**
     * Why a frozen figure does not come out any more.
     *
     * @param code {@code document-damaged}, {@code rules-gone}, {@code rules-changed}, {@code result-differs}, or the code of the refusal ({@code
     *     unknown-revision} …)
     * @param text in words
     */
    public record Reason(String code, Text text) {}

    /** Whether the figure comes out as it was frozen. */
    public boolean matches() {
        return reasons.isEmpty();
    }
}
