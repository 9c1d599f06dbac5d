package org.anlan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.Sha256;
import org.anlan.store.Account;
import org.anlan.store.Actor;
import org.anlan.store.ApiToken;
import org.anlan.store.People;

/**
 * Keys by which programs act for an account. A key sees what its owner sees and may do what both its scopes and its owner's roles allow at that moment; it ends when its time is
 * over, when it is taken back, and when the account is closed. Only the SHA-256 of its secret is kept.
 */
public final class Keys {

    /** What every secret begins with, so that one that lies about is recognised. */
    public static final String PREFIX = "anlan_key_";

    /** The scope of a key that only looks. */
    public static final String READ = "read";

    /** Days that a key holds unless it is told otherwise. */
    public static final int USUAL_DAYS = 90;

    private static final int MOST_DAYS = 366;
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_OF_ONE = 100;
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_WORD = 100;

    private final People people;
    private final Clock clock;
    private final Cache<String, Held> known;

    private record Held(Optional<Open> key, Instant seenAt) {}

    /**
     * A key that holds.
     *
     * @param account whose it is
     * @param key the key
     */
    record Open(Account account, ApiToken key) {}

    /** The keys that are kept here, told the time by this clock. */
    public Keys(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }

    /**
     * A key that was made.
     *
     * @param key the key
     * @param secret what the program shows; this is the only time it can be read
     */
    public record Made(ApiToken key, String secret) {}

    /**
     * What a key is to be.
     *
     * @param label what it is for
     * @param scopes {@code read}, or codes of rights
     * @param days how long it holds
     */
    public record Wanted(String label, List<String> scopes, int days) {}

    /** Makes a key of an account. Refused: {@code unknown-scope}, {@code scope-not-held}, {@code bad-value}, {@code too-many-keys}. */
    public Made add(Account owner, Wanted wanted, Actor actor) {
        check(owner, wanted);
        String secret = PREFIX + Secrets.random(32);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ApiToken key = new ApiToken(
                Secrets.id(),
                owner.name(),
                wanted.label().strip(),
                Sha256.of(secret),
                wanted.scopes().stream().distinct().toList(),
                now,
                Optional.of(now.plus(Duration.ofDays(wanted.days()))),
                Optional.empty());
        people.add(key, actor);
        return new Made(key, secret);
    }

    private void check(Account owner, Wanted wanted) {
        if (wanted.label().isBlank() || wanted.label().length() > LONGEST_LABEL) {
            throw Refusal.invalid(
                    "bad-value",
                    "请说明密钥的用途（label），至多 %d 个字符",
                    "Say what the key is for (label), in at most %d characters",
                    LONGEST_LABEL);
        }
        if (wanted.days() < 1 || wanted.days() > MOST_DAYS) {
            throw Refusal.invalid("bad-value", "有效天数应为 1 到 %d", "A key holds for 1 to %d days", MOST_DAYS);
        }
        Set<Right> held = rights(Role.all(owner.roles()));
        List<String> known = new ArrayList<>(List.of(READ));
        Arrays.stream(Right.values()).map(Right::code).forEach(known::add);
        if (wanted.scopes().isEmpty() || !known.containsAll(wanted.scopes())) {
            throw Refusal.invalid(
                    "unknown-scope",
                    "没有权限范围“%s”；可用：%s",
                    "There is no scope \"%s\"; there are: %s",
                    String.join(",", wanted.scopes()),
                    String.join(", ", known));
        }
        for (String scope : wanted.scopes()) {
            if (!scope.equals(READ)
                    && held.stream().noneMatch(right -> right.code().equals(scope))) {
                throw Refusal.invalid(
                        "scope-not-held",
                        "账户“%s”自己没有权限“%s”，不能给密钥",
                        "The account \"%s\" does not have the right \"%s\" itself and cannot give it to a key",
                        owner.name(),
                        scope);
            }
        }
        if (people.tokensOf(owner.name()).stream().filter(this::holds).count() >= MOST_OF_ONE) {
            throw Refusal.conflict(
                    "too-many-keys",
                    "账户“%s”已有 %d 个有效密钥；请先收回不用的",
                    "The account \"%s\" has %d keys already; take back those that are not used",
                    owner.name(),
                    MOST_OF_ONE);
        }
    }

    private boolean holds(ApiToken key) {
        return key.revokedAt().isEmpty()
                && key.expiresAt().map(end -> clock.instant().isBefore(end)).orElse(true);
    }

    /** The keys of an account, the newest first. */
    public List<ApiToken> of(String account) {
        return people.tokensOf(account);
    }

    /** The key of this id, whoever has it; refused ({@code unknown-key}). */
    public ApiToken find(String id) {
        return people.all().stream()
                .flatMap(account -> people.tokensOf(account.name()).stream())
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.notFound("unknown-key", "没有编号为“%s”的密钥", "There is no key with the id \"%s\"", id));
    }

    /** Takes a key back. */
    public void revoke(ApiToken key, Actor actor) {
        people.revoke(key.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS), actor);
        known.invalidate(key.hash());
    }

    /** The key of this secret, if it holds. */
    Optional<Open> shown(String secret) {
        if (secret.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Held held = known.asMap()
                .compute(
                        Sha256.of(secret),
                        (hash, old) -> old != null && now.isBefore(old.seenAt().plus(Sessions.BELIEVED))
                                ? old
                                : new Held(read(hash), now));
        return held.key().filter(open -> holds(open.key()));
    }

    private Optional<Open> read(String hash) {
        return people.tokenByHash(hash).flatMap(key -> people.find(key.account())
                .filter(account -> !account.closed())
                .map(account -> new Open(account, key)));
    }

    /** The rights that a key gives: its scopes, as far as its owner has them now. */
    static Set<Right> rights(Open open) {
        Set<Right> rights = rights(Role.all(open.account().roles()));
        rights.removeIf(right -> !open.key().scopes().contains(right.code()));
        return rights;
    }

    private static Set<Right> rights(Set<Role> roles) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        roles.forEach(role -> rights.addAll(role.rights()));
        return rights;
    }

    /** Looks everything up anew: an account has changed. */
    void forget() {
        known.invalidateAll();
    }
}
