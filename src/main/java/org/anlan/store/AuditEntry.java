package org.anlan.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Sha256;
import org.anlan.base.Storable;

/**
 * An entry of the audit log. Its hash covers the entry and the hash of the entry before it, so that none can be altered, removed or put in between without every
 * later hash being another.
 *
 * @param seq its place, from 1 without gaps
 * @param at when it was entered, in whole milliseconds
 * @param actor who did it, and from where
 * @param what what was done
 * @param hash SHA-256, lower-case hex
 */
public record AuditEntry(long seq, Instant at, Actor actor, What what, String hash) {

    /** The hash before the first entry. */
    public static final String BEGINNING = "0".repeat(64);

    /**
     * What was done.
     *
     * @param action a code ("revision.import", "sign-in", "export")
     * @param subject what it was done to: a layer, an account, an outfall's code
     * @param detail the rest, in plain text
     * @param revision the revision that came of it
     */
    public record What(String action, String subject, String detail, OptionalLong revision) {

        /** What was done, in text that every store can keep. */
        public What {
            subject = Storable.text(subject);
            detail = Storable.text(detail);
        }

        /** Something that made no revision. */
        public static What of(String action, String subject, String detail) {
            return new What(action, subject, detail, OptionalLong.empty());
        }
    }

    /** The entry that comes after another, or is the first. */
    public static AuditEntry after(Optional<AuditEntry> before, Instant at, Actor actor, What what) {
        long seq = before.map(AuditEntry::seq).orElse(0L) + 1;
        return new AuditEntry(
                seq, at, actor, what, hash(before.map(AuditEntry::hash).orElse(BEGINNING), seq, at, actor, what));
    }

    /** Whether the hash is what it must be after an entry with that hash. */
    public boolean follows(String before) {
        return hash.equals(hash(before, seq, at, actor, what));
    }

    /** Each part goes in with its length, so that no two entries give the same bytes. */
    private static String hash(String before, long seq, Instant at, Actor actor, What what) {
        String[] parts = {
            before,
            Long.toString(seq),
            Long.toString(at.toEpochMilli()),
            actor.name(),
            actor.from(),
            what.action(),
            what.subject(),
            what.detail(),
            what.revision().isPresent() ? Long.toString(what.revision().getAsLong()) : ""
        };
        MessageDigest digest = Sha256.digest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return Sha256.of(digest);
    }
}
