package org.anlan.access;

import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.store.Account;
import org.anlan.store.Actor;
import org.anlan.store.AuditEntry;
import org.anlan.store.Store;

/**
 * Who gets in. Wrong passwords make a client wait after five in a row, and an account after twenty from wherever they come; whether there is an account of that name is not told, nor
 * to be seen from the time that an answer takes.
 */
public final class Access implements Closeable {

    private static final int TRIES_OF_CLIENT = 5;
    private static final Duration WAIT_OF_CLIENT = Duration.ofMinutes(1);
    private static final int TRIES_OF_ACCOUNT = 20;
    private static final Duration WAIT_OF_ACCOUNT = Duration.ofMinutes(15);

    private final Store store;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Keys keys;
    private final AuditTrail trail;
    private final AnonymousAccess anonymous;
    private final Tries ofClient;
    private final Tries ofAccount;
    private final Optional<OpenId> openId;

    /**
     * Access to what this store keeps.
     *
     * @param anonymous what somebody sees who is not signed in
     * @param provider where people may sign in beside here
     * @param clock tells the time
     */
    public Access(
            Catalog catalog, Store store, AnonymousAccess anonymous, Optional<OpenIdSettings> provider, Clock clock) {
        this.store = store;
        this.sessions = new Sessions(store.people(), clock);
        this.keys = new Keys(store.people(), clock);
        this.accounts = new Accounts(catalog, store, clock, () -> {
            sessions.forget();
            keys.forget();
        });
        this.trail = new AuditTrail(store.audit());
        this.anonymous = anonymous;
        this.ofClient = new Tries(TRIES_OF_CLIENT, WAIT_OF_CLIENT, clock);
        this.ofAccount = new Tries(TRIES_OF_ACCOUNT, WAIT_OF_ACCOUNT, clock);
        this.openId = provider.map(settings -> new OpenId(settings, this, store.people()));
    }

    /**
     * A session that has begun.
     *
     * @param word what the client shows; kept nowhere
     * @param account whose it is
     * @param expiresAt when it ends
     */
    public record Session(String word, Account account, Instant expiresAt) {}

    /** The accounts. */
    public Accounts accounts() {
        return accounts;
    }

    /** The keys of programs. */
    public Keys keys() {
        return keys;
    }

    /** Sign-in by OpenID Connect, where a provider is configured. */
    public Optional<OpenId> openId() {
        return openId;
    }

    /** Where sign-ins and exports are entered. */
    public AuditTrail trail() {
        return trail;
    }

    /** What somebody who is not signed in sees. */
    public AnonymousAccess anonymous() {
        return anonymous;
    }

    /** Signs in; no name is the first administrator's. Refused: {@code wrong-password}, {@code too-many-tries}. */
    public Session signIn(Optional<String> name, String password, Client client) {
        Account account = check(
                name.orElse(AccountNames.ADMIN),
                password,
                client,
                Text.of("账户名或密码不正确", "The name or the password is wrong"));
        return begin(account, client, "password");
    }

    /** Begins the session of somebody who has shown who they are. */
    Session begin(Account account, Client client, String how) {
        Session session = sessions.begin(account);
        trail.note(client.as(account.name()), AuditEntry.What.of("sign-in", account.name(), how));
        return session;
    }

    /** Whose password this is. */
    private Account check(String name, String password, Client client, Text wrong) {
        if (!ofClient.mayTry(client.counted()) || !ofAccount.mayTry(name)) {
            throw new Refusal(
                    Refusal.Kind.TOO_MANY,
                    "too-many-tries",
                    Text.of(
                            "密码错误次数过多：同一客户端请一分钟后再试，同一账户请 %d 分钟后再试",
                            "Too many wrong passwords: a client may try again after a minute, for the same account after %d minutes",
                            WAIT_OF_ACCOUNT.toMinutes()));
        }
        Optional<Account> account = AccountNames.fit(name) ? store.people().find(name) : Optional.empty();
        if (!accounts.isPassword(account, password)) {
            boolean clientWaits = ofClient.failed(client.counted());
            boolean accountWaits = ofAccount.failed(name);
            noteFailure(account, client, clientWaits, accountWaits);
            throw new Refusal(Refusal.Kind.NOT_SIGNED_IN, "wrong-password", wrong);
        }
        ofClient.succeeded(client.counted());
        ofAccount.succeeded(name);
        return account.orElseThrow();
    }

    /** A name that no account has may be a password in the wrong place, and is not written down. */
    private void noteFailure(Optional<Account> account, Client client, boolean clientWaits, boolean accountWaits) {
        String subject = account.map(Account::name).orElse("");
        trail.note(
                client.as(Caller.ANONYMOUS),
                AuditEntry.What.of(
                        "sign-in.failed",
                        subject,
                        account.isEmpty() ? "no such account" : account.get().closed() ? "closed account" : ""));
        if (clientWaits || accountWaits) {
            trail.note(
                    client.as(Caller.ANONYMOUS),
                    AuditEntry.What.of("sign-in.locked", subject, accountWaits ? "account" : "client"));
        }
    }

    /** Who shows this word: that of a session, or the secret of a key. Somebody with another, or none, is not signed in. */
    public Showing showing(Optional<String> word, String from) {
        return word.flatMap(shown -> shown.startsWith(Keys.PREFIX)
                        ? keys.shown(shown).map(open -> program(open, from))
                        : sessions.find(shown).map(open -> person(open, from)))
                .orElseGet(() -> new Showing(Caller.anonymous(from), Optional.empty(), Optional.empty()));
    }

    private static Showing person(Sessions.Open open, String from) {
        return new Showing(caller(open.account(), from), Optional.of(open.account()), Optional.of(open.endsAt()));
    }

    private static Showing program(Keys.Open open, String from) {
        return new Showing(
                caller(open.account(), from).within(Keys.rights(open)), Optional.of(open.account()), Optional.empty());
    }

    private static Caller caller(Account account, String from) {
        return Caller.of(new Actor(account.name(), from), Role.all(account.roles()), account.regions());
    }

    /** Ends the session of this word. */
    public void signOut(String word, Actor actor) {
        sessions.end(word);
        trail.note(actor, AuditEntry.What.of("sign-out", actor.name(), ""));
    }

    /** Gives an account another password; all its sessions end. Refused: {@code wrong-password}, {@code too-many-tries}, {@code weak-password}, {@code same-password}. */
    public void changePassword(Account account, String current, String next, Client client) {
        Account now = check(account.name(), current, client, new Text("现在的密码不正确", "The present password is wrong"));
        accounts.choose(now, next, client.as(account.name()));
    }

    /** Writes what is still to be entered in the audit log. */
    @Override
    public void close() {
        trail.close();
    }
}
