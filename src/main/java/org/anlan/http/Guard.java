package org.anlan.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.access.AdminAccess;
import org.anlan.access.Caller;
import org.anlan.access.Role;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.http.gate.Arrival;
import org.anlan.store.Actor;

/**
 * Lets only a signed-in session change things. The session is a cookie that scripts of the page cannot read and that no other site can send
 * (HttpOnly, SameSite=Strict), or a bearer token.
 */
public final class Guard {

    private static final String COOKIE = "anlan_session";

    private final AdminAccess access;

    /** A guard that asks this access. */
    public Guard(AdminAccess access) {
        this.access = access;
    }

    /** When the request's session ends; empty when it has none. */
    public Optional<Instant> sessionEnd(Context context) {
        String header = context.header("Authorization");
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return access.sessionEnd(header.substring(7).strip());
        }
        return Optional.ofNullable(context.cookie(COOKIE)).flatMap(access::sessionEnd);
    }

    /** Who makes this request. */
    public Caller caller(Context context) {
        String from = Arrival.of(context).account();
        return sessionEnd(context).isPresent()
                ? Caller.of(new Actor("admin", from), Set.of(Role.ADMIN), List.of())
                : Caller.anonymous(from);
    }

    /** Refuses a request without a session ({@code not-signed-in}). */
    public void mustBeSignedIn(Context context) {
        if (sessionEnd(context).isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.NOT_SIGNED_IN,
                    "not-signed-in",
                    Text.of(
                            "请先登录：更改和上传需要管理员密码",
                            "Sign in first: changes and uploads need the administrator's password"));
        }
    }

    /** Hands the session to the browser. */
    void give(Context context, AdminAccess.Session session) {
        setCookie(
                context,
                session.token(),
                Duration.between(Instant.now(), session.expiresAt()).toSeconds());
    }

    /** Takes the session from the browser. */
    void takeAway(Context context) {
        setCookie(context, "", 0);
    }

    private static void setCookie(Context context, String value, long seconds) {
        String secure = Arrival.of(context).secure() ? "; Secure" : "";
        context.header(
                "Set-Cookie",
                COOKIE + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict" + secure);
    }
}
