package org.anlan.http.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens an answer when its first byte comes: what is refused before is still a problem, not a broken file. */
final class OnFirstByte extends OutputStream {

    private final Supplier<OutputStream> opening;
    private Optional<OutputStream> open = Optional.empty();

    OnFirstByte(Supplier<OutputStream> opening) {
        this.opening = opening;
    }

    private OutputStream out() {
        if (open.isEmpty()) {
            open = Optional.of(opening.get());
        }
        return open.get();
    }

    @Override
    public void write(int b) throws IOException {
        out().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (open.isPresent()) {
            open.get().flush();
        }
    }
}
