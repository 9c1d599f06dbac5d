package org.anlan.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Storable;
import org.anlan.catalog.Catalog;
import org.anlan.store.Account;
import org.anlan.store.Actor;
import org.anlan.store.People;
import org.anlan.store.Settings;
import org.anlan.store.Store;

/** The accounts of an installation: who may sign in, as what, and where they may change things. There is always one that can administer. */
public final class Accounts {

    /** Where stores before version 7 kept the hash of the one administrator's password. */
    private static final String OLD_HASH = "admin.password";

    private static final int LONGEST_DISPLAY = 100;

    private final People people;
    private final Settings settings;
    private final RegionCodes regions;
    private final Clock clock;
    private final Runnable changed;
    private final Passwords passwords = new Passwords();

    /** The accounts of this store, told the time by this clock. */
    public Accounts(Catalog catalog, Store store, Clock clock) {
        this(catalog, store, clock, () -> {});
    }

    /**
     * The same.
     *
     * @param changed hears of every change of an account
     */
    Accounts(Catalog catalog, Store store, Clock clock, Runnable changed) {
        this.changed = changed;
        this.people = store.people();
        this.settings = store.settings();
        this.regions = new RegionCodes(catalog, store);
        this.clock = clock;
    }

    /**
     * An account that was made, or given a new password.
     *
     * @param account the account
     * @param password the random password that was given to it; this is the only time it can be read. Empty when it has one of its own
     */
    public record Made(Account account, Optional<String> password) {}

    /**
     * What an account is to be.
     *
     * @param display its name for people
     * @param roles codes of its roles
     * @param regions codes of the regions it may change things in; empty = everywhere
     */
    public record Profile(String display, List<String> roles, List<String> regions) {}

    /**
     * What is to change of an account; what is empty stays as it is.
     *
     * @param display its name for people
     * @param roles codes of its roles
     * @param regions codes of the regions it may change things in; none = everywhere
     * @param closed whether it is closed
     * @param resetPassword whether it gets a random password
     */
    public record Change(
            Optional<String> display,
            Optional<List<String>> roles,
            Optional<List<String>> regions,
            Optional<Boolean> closed,
            boolean resetPassword) {}

    /**
     * Makes the account {@code admin} when there is none yet: with the password of the one administrator that older stores have, or with a random one, which is given and
     * has to be changed at the first sign-in.
     */
    public Optional<String> first() {
        if (people.find(AccountNames.ADMIN).isPresent()) {
            return Optional.empty();
        }
        Optional<String> old = settings.get(OLD_HASH).filter(hash -> !hash.isEmpty());
        String password = Passwords.random();
        Account admin = made(
                AccountNames.ADMIN,
                new Profile("管理员 Administrator", List.of(Role.ADMIN.code()), List.of()),
                Optional.of(old.orElseGet(() -> passwords.hash(password))),
                old.isEmpty());
        try {
            people.add(admin, Actor.SYSTEM);
        } catch (Refusal refusal) {
            if (refusal.code().equals("account-exists")) { // another node has just made it, and says its password
                return Optional.empty();
            }
            throw refusal;
        }
        if (old.isPresent()) {
            settings.put(OLD_HASH, "");
            return Optional.empty();
        }
        return Optional.of(password);
    }

    /** The account of this name; refused ({@code unknown-account}). */
    public Account find(String name) {
        return people.find(name)
                .orElseThrow(
                        () -> Refusal.notFound("unknown-account", "没有名为“%s”的账户", "There is no account \"%s\"", name));
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return people.all();
    }

    /**
     * Makes an account with a random password that has to be changed at the first sign-in. Refused: {@code bad-account-name}, {@code account-exists}, {@code unknown-role}, {@code
     * unknown-region}, {@code text-too-long}.
     */
    public Made add(String name, Profile profile, Actor actor) {
        AccountNames.mustBeFit(name);
        check(profile);
        String password = Passwords.random();
        Account account = made(name, profile, Optional.of(passwords.hash(password)), true);
        people.add(account, actor);
        return new Made(account, Optional.of(password));
    }

    /** Makes the account of somebody who signs in elsewhere and has no password here. Refused as {@link #add}. */
    Account addFrom(String identity, String name, Profile profile, Actor actor) {
        check(profile);
        Account account = made(name, profile, Optional.empty(), false).of(identity);
        people.add(account, actor);
        return account;
    }

    private Account made(String name, Profile profile, Optional<String> hash, boolean mustChange) {
        return new Account(
                name,
                profile.display().isBlank() ? name : profile.display().strip(),
                hash,
                List.copyOf(profile.roles()),
                List.copyOf(profile.regions()),
                mustChange,
                false,
                Optional.empty(),
                Secrets.random(12),
                now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Changes an account, all of it or nothing; its sessions and keys end when it is closed, its sessions when it gets a random password, which has to be changed at the next sign-in.
     * Refused: {@code unknown-account}, {@code unknown-role}, {@code unknown-region}, {@code text-too-long}, {@code last-admin}.
     */
    public synchronized Made change(String name, Change change, Actor actor) {
        Account before = find(name);
        Profile profile = new Profile(
                change.display()
                        .map(String::strip)
                        .filter(shown -> !shown.isEmpty())
                        .orElse(before.display()),
                change.roles().orElse(before.roles()),
                change.regions().orElse(before.regions()));
        check(profile);
        Account after = before.as(profile.display(), profile.roles(), profile.regions());
        if (change.closed().isPresent() && change.closed().get() != before.closed()) {
            after = after.closed(change.closed().get(), Secrets.random(12));
        }
        Optional<String> password = change.resetPassword() ? Optional.of(Passwords.random()) : Optional.empty();
        if (password.isPresent()) {
            after = after.withPassword(passwords.hash(password.get()), true, Secrets.random(12));
        }
        return new Made(keep(after, actor), password);
    }

    /** Gives an account a random password, which has to be changed at the next sign-in; its sessions end. Refused: {@code unknown-account}. */
    public Made reset(String name, Actor actor) {
        return change(
                name, new Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true), actor);
    }

    /** Whether this is the password of an open account; it takes as long where there is none. */
    boolean isPassword(Optional<Account> account, String password) {
        return passwords.matches(password, account.filter(one -> !one.closed()).flatMap(Account::password));
    }

    /** Gives an account the password that its owner chose; its sessions end. Refused: {@code weak-password}, {@code same-password}. */
    synchronized Account choose(Account account, String password, Actor actor) {
        Passwords.mustBeFit(password);
        if (passwords.matches(password, account.password())) {
            throw Refusal.invalid("same-password", "新密码与现在的相同", "The new password is the present one");
        }
        return keep(account.withPassword(passwords.hash(password), false, Secrets.random(12)), actor);
    }

    private Account keep(Account account, Actor actor) {
        if (!administers(account)
                && people.all().stream()
                        .noneMatch(other -> administers(other) && !other.name().equals(account.name()))
                && people.find(account.name()).filter(Accounts::administers).isPresent()) {
            throw Refusal.conflict(
                    "last-admin",
                    "“%s”是最后一个管理员账户，不能停用或去掉其管理员角色；未作任何更改。",
                    "\"%s\" is the last account of an administrator: it cannot be closed or lose that role. Nothing was changed.",
                    account.name());
        }
        people.change(account, actor);
        changed.run();
        return account;
    }

    private static boolean administers(Account account) {
        return !account.closed()
                && account.roles().contains(Role.ADMIN.code())
                && (account.password().isPresent() || account.identity().isPresent());
    }

    private void check(Profile profile) {
        if (profile.display().length() > LONGEST_DISPLAY) {
            throw Refusal.invalid(
                    "text-too-long",
                    "显示名不应超过 %d 个字符",
                    "The name for people should have at most %d characters",
                    LONGEST_DISPLAY);
        }
        if (!Storable.text(profile.display()).equals(profile.display())) {
            throw Refusal.invalid("bad-value", "显示名含有 NUL 字符", "The name for people has a NUL character");
        }
        Role.mustExist(profile.roles());
        regions.mustExist(profile.regions());
    }
}
