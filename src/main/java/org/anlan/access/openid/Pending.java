package org.anlan.access.openid;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Optional;

/**
 * A sign-in that is under way at the provider. The browser that began it keeps it, so that no other can end it and any node can.
 *
 * @param state comes back with the answer
 * @param nonce comes back within the ID token
 * @param verifier shows that who fetches the token is who asked for it (PKCE, RFC 7636)
 */
public record Pending(State state, Nonce nonce, CodeVerifier verifier) {

    private static final String BETWEEN = "~";

    /** A new one. */
    public static Pending begin() {
        return new Pending(new State(), new Nonce(), new CodeVerifier());
    }

    /** As the browser keeps it. */
    public String written() {
        return state.getValue() + BETWEEN + nonce.getValue() + BETWEEN + verifier.getValue();
    }

    /** What {@link #written} wrote; empty when it is anything else. */
    public static Optional<Pending> read(String written) {
        String[] parts = written.split(BETWEEN, -1);
        try {
            return parts.length == 3
                    ? Optional.of(new Pending(new State(parts[0]), new Nonce(parts[1]), new CodeVerifier(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) { // of no length that such a word may have
            return Optional.empty();
        }
    }
}
