package org.anlan.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The key of a program that acts for an account.
 *
 * @param id what it is called in lists; no secret
 * @param account whose it is
 * @param label what it is for, in its owner's words
 * @param hash SHA-256 of the secret, lower-case hex
 * @param scopes what of its owner's rights it has, as codes
 * @param createdAt when it was made
 * @param expiresAt when it ends by itself
 * @param revokedAt when it was taken back
 */
public record ApiToken(
        String id,
        String account,
        String label,
        String hash,
        List<String> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {}
