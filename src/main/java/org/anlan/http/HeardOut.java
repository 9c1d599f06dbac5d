package org.anlan.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** A client that is still sending does not hear a refusal: the connection is reset under it. So a body of usual size is heard out. */
public final class HeardOut {

    private static final long MOST_BYTES = 64L << 20;

    private HeardOut() {}

    /** Reads the rest of the request's body away, up to 64 MB; the connection ends with the answer. */
    public static void of(Context context) throws IOException {
        InputStream body = context.req().getInputStream();
        byte[] buffer = new byte[1 << 16];
        long left = MOST_BYTES;
        for (int n = 0; n >= 0 && left > 0; left -= n) {
            n = body.read(buffer);
        }
        context.header("Connection", "close");
    }
}
