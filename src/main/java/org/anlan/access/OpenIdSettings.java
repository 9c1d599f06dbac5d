package org.anlan.access;

import java.util.Map;
import java.util.Optional;

/**
 * A provider at which people may sign in.
 *
 * @param issuer the address that it calls itself
 * @param client how it knows us
 * @param secret what we show it; empty when it knows us as a public client
 * @param roleClaim the claim of the ID token that says roles or groups; empty when it says none and roles are given here
 * @param roles the role for each word of that claim, as code; a word that is itself a role's code needs no entry
 * @param defaultRole the role of somebody who comes for the first time, or for whom the claim says none; empty = they are not let in
 */
public record OpenIdSettings(
        String issuer,
        String client,
        Optional<String> secret,
        Optional<String> roleClaim,
        Map<String, String> roles,
        Optional<String> defaultRole) {}
