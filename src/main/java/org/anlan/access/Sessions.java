package org.anlan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.anlan.base.Sha256;
import org.anlan.store.Account;
import org.anlan.store.People;
import org.anlan.store.SignedIn;

/**
 * Who is signed in. A session is known by the hash of a random word of 256 bits; it ends after twelve hours, when its owner signs out, and when the account gets another
 * password or is closed. What was looked up is believed for a few seconds, so that a request costs no query and several nodes agree soon.
 */
final class Sessions {

    static final Duration LONGEST = Duration.ofHours(12);

    /** How long another node may go on with a session that has ended. */
    static final Duration BELIEVED = Duration.ofSeconds(3);

    private static final int WORD_BYTES = 32;
    private static final int LONGEST_WORD = 100;
    private static final int REMEMBERED = 20_000;

    private final People people;
    private final Clock clock;
    private final Cache<String, Held> known;

    private record Held(Optional<Open> session, Instant seenAt) {}

    /**
     * A session that is open.
     *
     * @param account whose it is
     * @param endsAt when it ends by itself
     */
    record Open(Account account, Instant endsAt) {}

    Sessions(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }

    /** Begins a session of an account. */
    Access.Session begin(Account account) {
        String word = Secrets.random(WORD_BYTES);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(LONGEST);
        people.begin(new SignedIn(Sha256.of(word), account.name(), account.stamp(), now, end));
        return new Access.Session(word, account, end);
    }

    /** The open session of this word. */
    Optional<Open> find(String word) {
        if (word.isEmpty() || word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Held held = known.asMap()
                .compute(
                        Sha256.of(word),
                        (hash, old) -> old != null && now.isBefore(old.seenAt().plus(BELIEVED))
                                ? old
                                : new Held(read(hash), now));
        return held.session().filter(open -> now.isBefore(open.endsAt()));
    }

    private Optional<Open> read(String hash) {
        return people.session(hash).flatMap(session -> people.find(session.account())
                .filter(account -> !account.closed() && account.stamp().equals(session.stamp()))
                .map(account -> new Open(account, session.endsAt())));
    }

    /** Ends the session of this word. */
    void end(String word) {
        String hash = Sha256.of(word);
        people.end(hash);
        known.invalidate(hash);
    }

    /** Looks everything up anew: an account has changed. */
    void forget() {
        known.invalidateAll();
    }
}
