package org.anlan.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.access.Access;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.access.Showing;
import org.anlan.base.Refusal;
import org.anlan.store.Account;

/** {@code /api/v1/session}: sign in, sign out, change the password. */
final class SessionApi {

    private final Access access;
    private final Guard guard;

    SessionApi(Access access, Guard guard) {
        this.access = access;
        this.guard = guard;
    }

    void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/session", this::state);
        routes.post("/api/v1/session", this::signIn);
        routes.delete("/api/v1/session", this::signOut);
        routes.put("/api/v1/session/password", this::changePassword);
    }

    private record SignIn(String name, String password) {}

    private record ChangePassword(String current, String next) {}

    private void state(Context context) {
        Json.send(context.header("Cache-Control", "no-store"), answer(guard.showing(context)));
    }

    private void signIn(Context context) {
        SignIn wanted = Json.body(context, SignIn.class);
        Access.Session session = access.signIn(
                Optional.ofNullable(wanted.name()), given(wanted.password(), "password"), Guard.client(context));
        guard.give(context, session);
        Map<String, Object> answer = answer(access.showing(
                Optional.of(session.word()), Guard.client(context).from()));
        answer.put("token", session.word());
        Json.send(context.header("Cache-Control", "no-store"), answer);
    }

    private void signOut(Context context) {
        guard.signOut(context);
        Json.send(context, signedOut());
    }

    private void changePassword(Context context) {
        Account account = guard.mustHaveSession(context);
        ChangePassword change = Json.body(context, ChangePassword.class);
        access.changePassword(
                account, given(change.current(), "current"), given(change.next(), "next"), Guard.client(context));
        guard.takeAway(context);
        Json.send(context, signedOut());
    }

    private static String given(String value, String name) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> Refusal.invalid("missing-value", "缺少“%s”", "\"%s\" is missing", name));
    }

    private static Map<String, Object> signedOut() {
        return Map.of("signedIn", false);
    }

    private Map<String, Object> answer(Showing showing) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("signedIn", showing.account().isPresent());
        if (access.openId().isPresent()) {
            answer.put("openid", true);
        }
        showing.account().ifPresent(account -> {
            Caller caller = showing.caller();
            answer.put("name", account.name());
            answer.put("display", account.display());
            answer.put("roles", account.roles());
            answer.put(
                    "rights", caller.rights().stream().map(Right::code).sorted().toList());
            answer.put("sees", caller.sees());
            answer.put("regions", List.copyOf(account.regions()));
            answer.put("mustChange", showing.mustChange());
            showing.sessionEnd().ifPresent(end -> answer.put("expiresAt", end));
        });
        return answer;
    }
}
