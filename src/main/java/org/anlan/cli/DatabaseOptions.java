package org.anlan.cli;

import java.time.Duration;
import java.util.Optional;
import org.anlan.cli.config.Secret;

/**
 * A PostgreSQL database that holds the store. The password shows as stars in {@link #toString()}, and no address holds one.
 *
 * @param url JDBC address of the database, without user and password
 * @param user the database user; none = what the driver takes
 * @param password the user's password
 * @param replica JDBC address of a copy that answers reads; opened with the same user
 * @param statementTimeout how long one statement may take
 * @param connections how many connections are open at most
 */
public record DatabaseOptions(
        String url,
        Optional<String> user,
        Optional<Secret> password,
        Optional<String> replica,
        Duration statementTimeout,
        int connections) {}
