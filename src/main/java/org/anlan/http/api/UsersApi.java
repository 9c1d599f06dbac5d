package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.access.Accounts;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.store.Account;

/** {@code /api/v1/users}: the accounts, for administrators. */
public final class UsersApi {

    private final Accounts accounts;
    private final Guard guard;

    /** Serves the accounts of these services. */
    public UsersApi(Services services, Guard guard) {
        this.accounts = services.access().accounts();
        this.guard = guard;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/users", this::list);
        routes.post("/api/v1/users", this::add);
        routes.put("/api/v1/users/{name}", this::change);
    }

    private record New(String name, String display, List<String> roles, List<String> regions) {}

    private record Changed(
            String display, List<String> roles, List<String> regions, Boolean closed, Boolean resetPassword) {}

    private void list(Context context) {
        guard.must(context, Right.ADMINISTER);
        Json.send(
                context,
                Map.of("users", accounts.all().stream().map(UsersApi::json).toList()));
    }

    private void add(Context context) {
        Caller admin = guard.must(context, Right.ADMINISTER);
        New wanted = Json.body(context, New.class);
        if (wanted.name() == null) {
            throw Refusal.invalid("missing-value", "缺少“name”", "\"name\" is missing");
        }
        send(
                context.status(201),
                accounts.add(
                        wanted.name(),
                        new Accounts.Profile(
                                Optional.ofNullable(wanted.display()).orElse(""),
                                Optional.ofNullable(wanted.roles()).orElse(List.of()),
                                Optional.ofNullable(wanted.regions()).orElse(List.of())),
                        admin.actor()));
    }

    /** What is not named stays as it is. */
    private void change(Context context) {
        Caller admin = guard.must(context, Right.ADMINISTER);
        String name = context.pathParam("name");
        Changed wanted = Json.body(context, Changed.class);
        send(
                context,
                accounts.change(
                        name,
                        new Accounts.Change(
                                Optional.ofNullable(wanted.display()),
                                Optional.ofNullable(wanted.roles()),
                                Optional.ofNullable(wanted.regions()),
                                Optional.ofNullable(wanted.closed()),
                                Boolean.TRUE.equals(wanted.resetPassword())),
                        admin.actor()));
    }

    private static void send(Context context, Accounts.Made made) {
        Map<String, Object> json = json(made.account());
        made.password().ifPresent(password -> json.put("password", password));
        Json.send(context.header("Cache-Control", "no-store"), json);
    }

    private static Map<String, Object> json(Account account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", account.name());
        json.put("display", account.display());
        json.put("roles", account.roles());
        json.put("regions", account.regions());
        json.put("mustChange", account.mustChange());
        json.put("closed", account.closed());
        account.identity().ifPresent(identity -> json.put("identity", identity));
        json.put("createdAt", account.createdAt());
        return json;
    }
}
