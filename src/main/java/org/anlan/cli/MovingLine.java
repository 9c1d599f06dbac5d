package org.anlan.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.anlan.store.sql.MovingProgress;

/** Says on the terminal how far a store was read or written: one line that moves on a terminal, a line for each table elsewhere. */
final class MovingLine implements MovingProgress {

    private static final String CLEAR = "\r\033[2K";

    private final PrintStream out;
    private final boolean terminal = Boolean.getBoolean("anlan.terminal");

    MovingLine(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(String what, long done, long of) {
        String line = String.format(Locale.ROOT, "  %s %,d / %,d", what, done, of);
        if (terminal) {
            out.print(CLEAR + line);
            out.flush();
        } else if (done == of && done > 0) {
            out.println(line);
        }
    }

    /** Takes the moving line away. */
    void end() {
        if (terminal) {
            out.print(CLEAR);
            out.flush();
        }
    }

    /** Says which files that were handed in are missing or damaged; gives the exit code. */
    static int lost(Iterable<String> files) {
        int code = 0;
        for (String sha256 : files) {
            System.err.println("上交文件缺失或已损坏 / a hand-in is missing or damaged: " + sha256);
            code = 1;
        }
        return code;
    }
}
