package org.anlan.store;

import java.time.Instant;

/**
 * A session.
 *
 * @param hash SHA-256 of what the client shows, lower-case hex
 * @param account whose it is
 * @param stamp the account's stamp when it began; the session has ended once the account has another
 * @param startedAt when it began
 * @param endsAt when it ends by itself
 */
public record SignedIn(String hash, String account, String stamp, Instant startedAt, Instant endsAt) {}
