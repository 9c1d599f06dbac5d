package org.anlan.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.anlan.access.Access;
import org.anlan.access.AnonymousAccess;
import org.anlan.access.Caller;
import org.anlan.access.Client;
import org.anlan.access.Right;
import org.anlan.access.Showing;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.http.gate.Arrival;
import org.anlan.store.Account;

/**
 * Tells who makes a request, before any endpoint sees it. A session is a cookie that scripts of the page cannot read and that no other site can send (HttpOnly,
 * SameSite=Strict), or its word as a bearer token; a program shows its key as a bearer token.
 */
public final class Guard {

    private static final String COOKIE = "anlan_session";
    private static final String SESSION = "/api/v1/session";
    private static final String SHOWING = Guard.class.getName();

    /** What stands open to everybody: the page itself, what watches over the service, and the way in. */
    private static final Set<String> OPEN = Set.of("/", "/healthz", "/readyz", "/metrics");

    /** What somebody may do who has to choose a new password first. */
    private static final Set<String> TO_CHANGE = Set.of(SESSION, SESSION + "/password");

    private final Access access;
    private final SameSite sameSite;

    /**
     * @param access knows sessions and keys
     * @param publicAddress where clients find the service
     */
    public Guard(Access access, Optional<String> publicAddress) {
        this.access = access;
        this.sameSite = new SameSite(publicAddress);
    }

    /** Stands before every endpoint. Refused: {@code cross-site}, {@code not-signed-in}, {@code password-must-change}. */
    void register(RoutesConfig routes) {
        routes.beforeMatched(this::letIn);
    }

    private void letIn(Context context) throws IOException {
        if (context.endpoints().matchedHttpEndpoint() == null || OPEN.contains(context.path())) {
            return;
        }
        try {
            check(context);
        } catch (Refusal refusal) {
            if (changes(context)) {
                HeardOut.of(context);
            }
            throw refusal;
        }
    }

    private void check(Context context) {
        boolean wayIn = context.path().equals(SESSION) || context.path().startsWith(SESSION + "/");
        if (changes(context) && bearer(context).isEmpty() && (wayIn || context.cookie(COOKIE) != null)) {
            sameSite.check(context);
        }
        Showing showing = showing(context);
        if (showing.mustChange() && !TO_CHANGE.contains(context.path())) {
            throw new Refusal(
                    Refusal.Kind.NOT_PERMITTED,
                    "password-must-change",
                    Text.of(
                            "请先修改密码：初始密码只用于首次登录",
                            "Change the password first: the one you were given is for the first sign-in only"));
        }
        if (access.anonymous() == AnonymousAccess.NONE
                && !wayIn
                && !context.method().equals(HandlerType.OPTIONS)) {
            showing.caller().mustBeSignedIn();
        }
    }

    private static boolean changes(Context context) {
        HandlerType method = context.method();
        return !method.equals(HandlerType.GET)
                && !method.equals(HandlerType.HEAD)
                && !method.equals(HandlerType.OPTIONS);
    }

    private static Optional<String> bearer(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    /** The word that the request shows: a bearer token before a cookie. */
    private static Optional<String> word(Context context) {
        return bearer(context).or(() -> Optional.ofNullable(context.cookie(COOKIE)));
    }

    /** What the request shows of who makes it. */
    Showing showing(Context context) {
        Showing known = context.attribute(SHOWING);
        if (known == null) {
            known = access.showing(word(context), Arrival.of(context).client());
            context.attribute(SHOWING, known);
        }
        return known;
    }

    /** Who makes this request. */
    public Caller caller(Context context) {
        return showing(context).caller();
    }

    /** Who makes this request, when they may do this. Refused: {@code not-signed-in}, {@code not-permitted}. */
    public Caller must(Context context, Right right) {
        Caller caller = caller(context);
        caller.must(right);
        return caller;
    }

    /** The account of the session in which this request is made; a key does not do. Refused: {@code not-signed-in}, {@code session-needed}. */
    public Account mustHaveSession(Context context) {
        Showing showing = showing(context);
        showing.caller().mustBeSignedIn();
        if (showing.sessionEnd().isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.NOT_PERMITTED,
                    "session-needed",
                    Text.of("密钥不能做这件事；请登录后操作", "A key cannot do this; sign in"));
        }
        return showing.account().orElseThrow();
    }

    /** The client of a request, as sign-ins count it. */
    static Client client(Context context) {
        Arrival arrival = Arrival.of(context);
        return new Client(arrival.client(), arrival.account());
    }

    /** Ends the request's session, if it has one. */
    void signOut(Context context) {
        Showing showing = showing(context);
        if (showing.sessionEnd().isPresent()) {
            access.signOut(word(context).orElseThrow(), showing.caller().actor());
        }
        takeAway(context);
    }

    /** Hands the session to the browser. */
    void give(Context context, Access.Session session) {
        setCookie(
                context,
                session.word(),
                Duration.between(Instant.now(), session.expiresAt()).toSeconds());
    }

    /** Takes the session from the browser. */
    void takeAway(Context context) {
        setCookie(context, "", 0);
    }

    private static void setCookie(Context context, String value, long seconds) {
        String secure = Arrival.of(context).secure() ? "; Secure" : "";
        context.res()
                .addHeader(
                        "Set-Cookie",
                        COOKIE + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict" + secure);
    }
}
