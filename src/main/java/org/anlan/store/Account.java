package org.anlan.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Storable;

/**
 * Somebody who may sign in.
 *
 * @param name the name they sign in with, unique
 * @param display their name for people
 * @param password the hash of their password; empty when they sign in elsewhere only
 * @param roles what they may do, as codes
 * @param regions codes of the regions (towns, bays) that they may change things in; empty = everywhere
 * @param mustChange whether they must choose a new password before anything else
 * @param closed whether they may no longer sign in; an account is closed, never removed, since the ledgers name it
 * @param identity who they are at an OpenID Connect provider ("issuer subject")
 * @param stamp changes when all their sessions end
 * @param createdAt when the account was made
 */
public record Account(
        String name,
        String display,
        Optional<String> password,
        List<String> roles,
        List<String> regions,
        boolean mustChange,
        boolean closed,
        Optional<String> identity,
        String stamp,
        Instant createdAt) {

    /** The same with another name for people, other roles and other regions. */
    public Account as(String shown, List<String> newRoles, List<String> newRegions) {
        return new Account(
                name,
                Storable.text(shown),
                password,
                List.copyOf(newRoles),
                List.copyOf(newRegions),
                mustChange,
                closed,
                identity,
                stamp,
                createdAt);
    }

    /** The same with another password, whose sessions have ended. */
    public Account withPassword(String hash, boolean toChange, String newStamp) {
        return new Account(
                name, display, Optional.of(hash), roles, regions, toChange, closed, identity, newStamp, createdAt);
    }

    /** The same, closed or open, whose sessions have ended. */
    public Account closed(boolean shut, String newStamp) {
        return new Account(name, display, password, roles, regions, mustChange, shut, identity, newStamp, createdAt);
    }

    /** The same, of somebody at an OpenID Connect provider. */
    public Account of(String who) {
        return new Account(
                name, display, password, roles, regions, mustChange, closed, Optional.of(who), stamp, createdAt);
    }
}
