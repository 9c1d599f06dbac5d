package org.anlan.store.postgis;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a store lies, and how to speak to it.
 *
 * @param url JDBC URL ({@code jdbc:postgresql://host/database}); its {@code currentSchema} names the schema, else it is {@code anlan}
 * @param user who signs in; empty = as the URL says
 * @param password the password; empty = as the URL or the user's password file says
 * @param replica JDBC URL of a read replica; features are read there as soon as it has their revision
 * @param statementTimeout longest time of one statement of a read
 * @param connections most connections of this process for reading
 */
public record DatabaseAddress(
        String url,
        Optional<String> user,
        Optional<String> password,
        Optional<String> replica,
        Duration statementTimeout,
        int connections) {

    /** A database without a replica, with the usual limits. */
    public static DatabaseAddress of(String url) {
        return new DatabaseAddress(
                url, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofSeconds(60), 16);
    }

    /** The address without its secrets. */
    @Override
    public String toString() {
        return JdbcUrl.shown(url);
    }
}
