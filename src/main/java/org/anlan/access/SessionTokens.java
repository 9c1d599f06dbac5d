package org.anlan.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anlan.store.Settings;

/** Session tokens: the end of the session, a random part, and an HMAC-SHA256 over both with the installation's secret. Nothing is kept on the server. */
final class SessionTokens {

    private static final String SECRET = "session.secret";

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();

    SessionTokens(Settings settings) {
        this.settings = settings;
    }

    /** Makes every token issued so far worthless. */
    void renewSecret() {
        settings.put(SECRET, random(32));
    }

    String issue(Instant end) {
        String content = end.getEpochSecond() + "." + random(12);
        return content + "." + sign(content);
    }

    /** When the session ends, for a token that we signed; it may be in the past. */
    Optional<Instant> end(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || token.length() > 200 || settings.get(SECRET).isEmpty()) {
            return Optional.empty();
        }
        String content = token.substring(0, dot);
        byte[] shown = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(shown, sign(content).getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(content.substring(0, content.indexOf('.')))));
    }

    private String sign(String content) {
        String secret = settings.get(SECRET)
                .orElseThrow(() -> new IllegalStateException("no session secret: the administrator was never made"));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private String random(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
