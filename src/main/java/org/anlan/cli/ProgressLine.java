package org.anlan.cli;

import java.io.PrintStream;
import java.util.Optional;
import org.anlan.intake.Progress;

/** Says on the terminal how far long work has come. */
final class ProgressLine implements Progress {

    private static final long SAY_EVERY = 10_000;

    private final PrintStream out;
    private long said;

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    @Override
    public void read(long read, Optional<Long> of) {
        if (read - said >= SAY_EVERY) {
            said = read;
            out.println("  " + read + of.map(n -> " / " + n).orElse("") + " 条记录 / records");
        }
    }

    void end() {
        out.flush();
    }
}
