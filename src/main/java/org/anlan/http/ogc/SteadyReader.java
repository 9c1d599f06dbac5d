package org.anlan.http.ogc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EofException;

/**
 * An answer to a client that must go on reading: after half a minute it must have taken 8 kB a second on average, or it is cut off, so that nobody holds a
 * place for ever by reading drop by drop. (A client that reads nothing at all is cut off by the server's own time limit.)
 */
final class SteadyReader extends OutputStream {

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LEAST_BYTES_PER_SECOND = 8_192;

    private final OutputStream out;
    private final long begun = System.nanoTime();
    private long sent;

    SteadyReader(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        sent(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        sent(length);
    }

    private void sent(int bytes) throws IOException {
        sent += bytes;
        long nanos = System.nanoTime() - begun;
        if (nanos > GRACE_NANOS && sent < LEAST_BYTES_PER_SECOND * TimeUnit.NANOSECONDS.toSeconds(nanos)) {
            throw new EofException("the client reads too slowly");
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
