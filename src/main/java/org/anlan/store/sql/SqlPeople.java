package org.anlan.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Storable;
import org.anlan.store.Account;
import org.anlan.store.Actor;
import org.anlan.store.ApiToken;
import org.anlan.store.AuditEntry;
import org.anlan.store.People;
import org.anlan.store.SignedIn;
import org.jdbi.v3.core.statement.Update;

/** Accounts, keys and sessions in the tables {@code account}, {@code api_token}, {@code session}. */
final class SqlPeople implements People {

    private final Dialect dialect;
    private final ReadingJdbi reading;
    private final WritingJdbi writing;

    SqlPeople(Database database, ReadingJdbi reading, WritingJdbi writing) {
        this.dialect = database.dialect();
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public void add(Account account, Actor actor) {
        writing.audited(actor, told("account.add", account), h -> {
            int added = bind(
                            h.createUpdate(
                                    "INSERT INTO account(name, display, password, roles, regions, must_change, closed, identity, stamp, created_at)"
                                            + " VALUES (:name, :display, :password, :roles, :regions, :mustChange, :closed, :identity, :stamp, :createdAt)"
                                            + " ON CONFLICT DO NOTHING"),
                            account)
                    .execute();
            if (added == 0) {
                throw Refusal.conflict(
                        "account-exists",
                        "已有名为“%s”的账户（或同一外部身份的账户）；未作任何更改。",
                        "There is an account \"%s\" already (or one of the same identity elsewhere); nothing was changed.",
                        account.name());
            }
        });
    }

    @Override
    public void change(Account account, Actor actor) {
        writing.audited(actor, told("account.change", account), h -> bind(
                        h.createUpdate("UPDATE account SET display = :display, password = :password, roles = :roles,"
                                + " regions = :regions, must_change = :mustChange, closed = :closed, identity = :identity,"
                                + " stamp = :stamp WHERE name = :name"),
                        account)
                .execute());
    }

    private static AuditEntry.What told(String action, Account account) {
        return AuditEntry.What.of(
                action,
                account.name(),
                "roles " + String.join(",", account.roles()) + "; regions " + String.join(",", account.regions())
                        + (account.closed() ? "; closed" : "")
                        + (account.mustChange() ? "; must change password" : ""));
    }

    private Update bind(Update update, Account account) {
        return update.bind("name", account.name())
                .bind("display", Storable.text(account.display()))
                .bind("password", account.password().orElse(null))
                .bind("roles", String.join(",", account.roles()))
                .bind("regions", String.join(",", account.regions()))
                .bind("mustChange", account.mustChange())
                .bind("closed", account.closed())
                .bind("identity", account.identity().map(Storable::text).orElse(null))
                .bind("stamp", account.stamp())
                .bind("createdAt", dialect.moment(account.createdAt()));
    }

    @Override
    public Optional<Account> find(String name) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM account WHERE name = :name")
                .bind("name", Storable.text(name))
                .map((row, context) -> account(row))
                .findOne());
    }

    @Override
    public Optional<Account> byIdentity(String identity) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM account WHERE identity = :identity")
                .bind("identity", Storable.text(identity))
                .map((row, context) -> account(row))
                .findOne());
    }

    @Override
    public List<Account> all() {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM account ORDER BY name")
                .map((row, context) -> account(row))
                .list());
    }

    private Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("display"),
                Optional.ofNullable(row.getString("password")),
                codes(row.getString("roles")),
                codes(row.getString("regions")),
                row.getBoolean("must_change"),
                row.getBoolean("closed"),
                Optional.ofNullable(row.getString("identity")),
                row.getString("stamp"),
                dialect.moment(row, "created_at"));
    }

    private static List<String> codes(String joined) {
        return Arrays.stream(joined.split(",")).filter(code -> !code.isEmpty()).toList();
    }

    @Override
    public void add(ApiToken token, Actor actor) {
        writing.audited(
                actor,
                AuditEntry.What.of(
                        "token.add",
                        token.account(),
                        token.id() + " scopes " + String.join(",", token.scopes())
                                + token.expiresAt().map(end -> " until " + end).orElse("")),
                h -> h.createUpdate("INSERT INTO api_token(id, account, label, hash, scopes, created_at, expires_at)"
                                + " VALUES (:id, :account, :label, :hash, :scopes, :createdAt, :expiresAt)")
                        .bind("id", token.id())
                        .bind("account", token.account())
                        .bind("label", Storable.text(token.label()))
                        .bind("hash", token.hash())
                        .bind("scopes", String.join(",", token.scopes()))
                        .bind("createdAt", dialect.moment(token.createdAt()))
                        .bind(
                                "expiresAt",
                                token.expiresAt().map(dialect::moment).orElse(null))
                        .execute());
    }

    @Override
    public void revoke(String tokenId, Instant at, Actor actor) {
        writing.audited(actor, AuditEntry.What.of("token.revoke", tokenId, ""), h -> h.createUpdate(
                        "UPDATE api_token SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
                .bind("at", dialect.moment(at))
                .bind("id", tokenId)
                .execute());
    }

    @Override
    public Optional<ApiToken> tokenByHash(String hash) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM api_token WHERE hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> token(row))
                .findOne());
    }

    @Override
    public List<ApiToken> tokensOf(String account) {
        return reading.withHandle(
                h -> h.createQuery("SELECT * FROM api_token WHERE account = :account ORDER BY created_at DESC, id")
                        .bind("account", Storable.text(account))
                        .map((row, context) -> token(row))
                        .list());
    }

    private ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("account"),
                row.getString("label"),
                row.getString("hash"),
                codes(row.getString("scopes")),
                dialect.moment(row, "created_at"),
                Optional.ofNullable(dialect.moment(row, "expires_at")),
                Optional.ofNullable(dialect.moment(row, "revoked_at")));
    }

    @Override
    public void begin(SignedIn session) {
        writing.use(h -> {
            h.createUpdate("DELETE FROM session WHERE ends_at < :now")
                    .bind("now", dialect.moment(session.startedAt()))
                    .execute();
            h.createUpdate("INSERT INTO session(hash, account, stamp, started_at, ends_at)"
                            + " VALUES (:hash, :account, :stamp, :startedAt, :endsAt)")
                    .bind("hash", session.hash())
                    .bind("account", session.account())
                    .bind("stamp", session.stamp())
                    .bind("startedAt", dialect.moment(session.startedAt()))
                    .bind("endsAt", dialect.moment(session.endsAt()))
                    .execute();
        });
    }

    @Override
    public Optional<SignedIn> session(String hash) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM session WHERE hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> new SignedIn(
                        row.getString("hash"),
                        row.getString("account"),
                        row.getString("stamp"),
                        dialect.moment(row, "started_at"),
                        dialect.moment(row, "ends_at")))
                .findOne());
    }

    @Override
    public void end(String hash) {
        writing.use(h -> h.createUpdate("DELETE FROM session WHERE hash = :hash")
                .bind("hash", hash)
                .execute());
    }
}
