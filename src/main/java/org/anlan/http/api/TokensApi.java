package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.access.Caller;
import org.anlan.access.Keys;
import org.anlan.access.Right;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.store.Account;
import org.anlan.store.ApiToken;

/** {@code /api/v1/tokens}: the keys by which programs act for an account. Everybody keeps their own; administrators see and take back those of others. */
public final class TokensApi {

    private final Services services;
    private final Keys keys;
    private final Guard guard;

    /** Serves the keys of these services. */
    public TokensApi(Services services, Guard guard) {
        this.services = services;
        this.keys = services.access().keys();
        this.guard = guard;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/tokens", this::list);
        routes.post("/api/v1/tokens", this::add);
        routes.delete("/api/v1/tokens/{id}", this::revoke);
    }

    private record New(String label, List<String> scopes, Integer days) {}

    private void list(Context context) {
        Caller caller = guard.caller(context);
        caller.mustBeSignedIn();
        String account =
                Parameters.text(context, "account").orElse(caller.actor().name());
        mustBeTheirs(caller, account);
        services.access().accounts().find(account);
        Json.send(
                context,
                Map.of("tokens", keys.of(account).stream().map(TokensApi::json).toList()));
    }

    private void add(Context context) {
        Account owner = guard.mustHaveSession(context);
        New wanted = Json.body(context, New.class);
        Keys.Made made = keys.add(
                owner,
                new Keys.Wanted(
                        Optional.ofNullable(wanted.label()).orElse(""),
                        Optional.ofNullable(wanted.scopes()).orElse(List.of()),
                        Optional.ofNullable(wanted.days()).orElse(Keys.USUAL_DAYS)),
                guard.caller(context).actor());
        Map<String, Object> json = json(made.key());
        json.put("token", made.secret());
        Json.send(context.status(201).header("Cache-Control", "no-store"), json);
    }

    private void revoke(Context context) {
        guard.mustHaveSession(context);
        Caller caller = guard.caller(context);
        ApiToken key = keys.find(context.pathParam("id"));
        mustBeTheirs(caller, key.account());
        keys.revoke(key, caller.actor());
        Json.send(context, json(keys.find(key.id())));
    }

    private static void mustBeTheirs(Caller caller, String account) {
        if (!account.equals(caller.actor().name())) {
            caller.must(Right.ADMINISTER);
        }
    }

    private static Map<String, Object> json(ApiToken key) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", key.id());
        json.put("account", key.account());
        json.put("label", key.label());
        json.put("scopes", key.scopes());
        json.put("createdAt", key.createdAt());
        key.expiresAt().ifPresent(end -> json.put("expiresAt", end));
        key.revokedAt().ifPresent(at -> json.put("revokedAt", at));
        return json;
    }
}
