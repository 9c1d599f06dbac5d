package org.anlan.store.sqlite;

import org.anlan.base.DiskFull;
import org.anlan.base.Refusal;

/** Says in words what SQLite refused. */
final class Sql {

    private Sql() {}

    /** The refusal for a store that failed under a request: disk full, file damaged. */
    static Refusal failed(Exception e) {
        return DiskFull.refusal(e).orElseGet(() -> other(e));
    }

    private static Refusal other(Exception e) {
        Refusal refusal = Refusal.unavailable(
                "store-failed", "数据库出错：%s。未作任何更改。", "The store failed: %s. Nothing was changed.", e.getMessage());
        refusal.initCause(e);
        return refusal;
    }
}
