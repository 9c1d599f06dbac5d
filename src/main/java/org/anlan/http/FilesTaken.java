package org.anlan.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import org.anlan.access.AuditTrail;
import org.anlan.store.AuditEntry;

/**
 * Enters in the audit log each file that is taken away: figures, lists and pages as CSV, XLSX and HTML, findings, documents of the ledgers. Who asks for headers only, or has the file
 * already, takes nothing. An endpoint that enters its files itself says so.
 */
public final class FilesTaken {

    private static final String STATE = FilesTaken.class.getName();
    private static final String PREFIX = "/api/v1/";
    private static final int LONGEST_DETAIL = 2_000;
    private static final int OK = 200;

    private final AuditTrail trail;
    private final Guard guard;

    private enum State {
        FILE,
        ENTERED
    }

    FilesTaken(AuditTrail trail, Guard guard) {
        this.trail = trail;
        this.guard = guard;
    }

    /** Stands behind every endpoint. */
    void register(RoutesConfig routes) {
        routes.after(this::enter);
    }

    /** Says that the answer is a file although a browser shows it. */
    public static void isFile(Context context) {
        context.attribute(STATE, State.FILE);
    }

    /** Says that the endpoint has entered the file itself. */
    public static void isEntered(Context context) {
        context.attribute(STATE, State.ENTERED);
    }

    private void enter(Context context) {
        if (context.statusCode() != OK || context.method().equals(HandlerType.HEAD) || !taken(context)) {
            return;
        }
        String path = context.path();
        String asked = path
                + Optional.ofNullable(context.queryString()).map(q -> "?" + q).orElse("");
        String detail = context.res().getContentType() + " " + asked;
        trail.note(
                guard.caller(context).actor(),
                AuditEntry.What.of(
                        "export",
                        path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path,
                        detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))));
    }

    private static boolean taken(Context context) {
        State state = context.attribute(STATE);
        String shown = context.res().getHeader("Content-Disposition");
        return state == null ? shown != null && shown.startsWith("attachment") : state == State.FILE;
    }
}
