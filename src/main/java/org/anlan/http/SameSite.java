package org.anlan.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/**
 * Turns away what a page of another site makes a browser send (cross-site request forgery), beside the cookie that browsers do not send from there. A browser says where a request
 * comes from in {@code Sec-Fetch-Site} (W3C Fetch Metadata) or {@code Origin} (RFC 6454); a program that is no browser says neither.
 */
final class SameSite {

    private final Optional<String> publicHost;

    /** @param publicAddress where clients find the service, when its own name for itself is another */
    SameSite(Optional<String> publicAddress) {
        this.publicHost = publicAddress.flatMap(SameSite::host);
    }

    /** Refuses a request that comes from another site: {@code cross-site}. */
    void check(Context context) {
        String site = context.header("Sec-Fetch-Site");
        boolean ours = site != null
                ? site.equals("same-origin") || site.equals("none")
                : context.header("Origin") == null || isOurs(context, context.header("Origin"));
        if (!ours) {
            throw new Refusal(
                    Refusal.Kind.NOT_PERMITTED,
                    "cross-site",
                    Text.of(
                            "请求来自其他网站，未作任何更改；程序请用密钥（Authorization: Bearer）",
                            "The request comes from another site, and nothing was changed; a program shows a key (Authorization: Bearer)"));
        }
    }

    private boolean isOurs(Context context, String origin) {
        Optional<String> from = host(origin);
        return from.isPresent()
                && (from.equals(publicHost)
                        || from.get().equals(String.valueOf(context.host()).toLowerCase(Locale.ROOT)));
    }

    /** Host and port of an address, without the port that its scheme has anyway; empty for {@code null}, which an opaque origin says. */
    private static Optional<String> host(String address) {
        try {
            URI uri = URI.create(address);
            return Optional.ofNullable(uri.getAuthority()).map(text -> text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
