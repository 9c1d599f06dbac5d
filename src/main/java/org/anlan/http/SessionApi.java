package org.anlan.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.anlan.access.AdminAccess;
import org.anlan.base.Refusal;
import org.anlan.http.gate.Arrival;

/** {@code /api/v1/session}: sign in, sign out, change the password. */
final class SessionApi {

    private final AdminAccess access;
    private final Guard guard;

    SessionApi(AdminAccess access, Guard guard) {
        this.access = access;
        this.guard = guard;
    }

    void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/session", this::state);
        routes.post("/api/v1/session", this::signIn);
        routes.delete("/api/v1/session", this::signOut);
        routes.put("/api/v1/session/password", this::changePassword);
    }

    private record SignIn(String password) {}

    private record ChangePassword(String current, String next) {}

    private void state(Context context) {
        Json.send(context, answer(guard.sessionEnd(context)));
    }

    private void signIn(Context context) {
        String password = given(Json.body(context, SignIn.class).password(), "password");
        AdminAccess.Session session =
                access.signIn(password, Arrival.of(context).account());
        guard.give(context, session);
        Map<String, Object> answer = answer(Optional.of(session.expiresAt()));
        answer.put("token", session.token());
        Json.send(context, answer);
    }

    private void signOut(Context context) {
        guard.takeAway(context);
        Json.send(context, answer(Optional.empty()));
    }

    private void changePassword(Context context) {
        guard.mustBeSignedIn(context);
        ChangePassword change = Json.body(context, ChangePassword.class);
        access.changePassword(
                given(change.current(), "current"),
                given(change.next(), "next"),
                Arrival.of(context).account());
        guard.takeAway(context);
        Json.send(context, answer(Optional.empty()));
    }

    private static String given(String value, String name) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> Refusal.invalid("missing-value", "缺少“%s”", "\"%s\" is missing", name));
    }

    private static Map<String, Object> answer(Optional<Instant> end) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("signedIn", end.isPresent());
        end.ifPresent(at -> {
            answer.put("role", "admin");
            answer.put("expiresAt", at);
        });
        return answer;
    }
}
