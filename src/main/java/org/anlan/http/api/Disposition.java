package org.anlan.http.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that names a file (RFC 6266). The name goes twice: as plain ASCII, and as RFC 5987 asks for any other. */
final class Disposition {

    private Disposition() {}

    /**
     * The header's value.
     *
     * @param shown {@code inline} or {@code attachment}
     * @param name the file's name
     */
    static String of(String shown, String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return shown + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
