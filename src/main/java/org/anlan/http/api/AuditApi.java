package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.anlan.access.AuditText;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.http.FilesTaken;
import org.anlan.http.Guard;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.store.AuditEntry;
import org.anlan.store.AuditHead;
import org.anlan.store.AuditLog;

/** {@code /api/v1/audit}: who did what, when and from where, for administrators. */
public final class AuditApi {

    private static final int USUAL = 100;
    private static final int MOST = 100_000;

    private final Services services;
    private final Guard guard;
    private final Heavy heavy;

    /** Serves the audit log of these services, where there is room. */
    public AuditApi(Services services, Guard guard, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.heavy = heavy;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/audit", heavy.within(this::page));
    }

    /** A file of the log is an export, and an entry itself. */
    private void page(Context context) {
        Caller admin = guard.must(context, Right.ADMINISTER);
        AuditLog.Question question = new AuditLog.Question(
                Parameters.whole(context, "before", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE),
                Parameters.text(context, "who"),
                Parameters.text(context, "action"),
                Parameters.text(context, "subject"));
        boolean file = Parameters.text(context, "format")
                .filter(word -> !word.equals("json"))
                .isPresent();
        int limit = Math.toIntExact(Parameters.whole(context, "limit", 1, MOST).orElse((long) (file ? MOST : USUAL)));
        services.access().trail().settle();
        AuditHead head = AuditHead.of(services.store().audit());
        List<AuditEntry> entries = services.store().audit().page(question, limit);
        FigureOut.send(context.header("Cache-Control", "no-store"), AuditText.forms(entries, head));
        if (file) {
            FilesTaken.isEntered(context);
            services.access()
                    .trail()
                    .note(admin.actor(), AuditEntry.What.of("export", "audit", entries.size() + " entries"));
        }
    }
}
