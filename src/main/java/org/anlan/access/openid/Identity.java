package org.anlan.access.openid;

import java.util.List;
import java.util.Optional;

/**
 * Somebody at a provider, as an ID token that was checked says.
 *
 * @param issuer the provider
 * @param subject who they are there, for ever; a name or an e-mail address may pass to somebody else
 * @param name what they are called there
 * @param display their name for people
 * @param words what the claim for roles says
 */
public record Identity(
        String issuer, String subject, Optional<String> name, Optional<String> display, List<String> words) {

    /** Issuer and subject in one, as an account keeps them. */
    public String key() {
        return issuer + " " + subject;
    }
}
