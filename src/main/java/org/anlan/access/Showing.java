package org.anlan.access;

import java.time.Instant;
import java.util.Optional;
import org.anlan.store.Account;

/**
 * What a request shows of who makes it.
 *
 * @param caller who they are and what they may do
 * @param account their account; empty when they are not signed in
 * @param sessionEnd when their session ends; empty when they have none: a stranger, or a program with a key
 */
public record Showing(Caller caller, Optional<Account> account, Optional<Instant> sessionEnd) {

    /** Whether they have to choose a new password before anything else. A key goes on meanwhile. */
    public boolean mustChange() {
        return sessionEnd.isPresent() && account.map(Account::mustChange).orElse(false);
    }
}
