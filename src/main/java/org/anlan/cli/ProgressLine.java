package org.anlan.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.anlan.intake.Progress;

/** Says on the terminal how far long work has come: a bar that moves on a terminal, plain lines elsewhere. */
final class ProgressLine implements Progress {

    private static final long SAY_EVERY = 10_000;
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\033[2K";

    private final PrintStream out;
    private final boolean terminal;
    private Optional<Step> step = Optional.empty();
    private long said;
    private boolean shown;

    ProgressLine(PrintStream out) {
        this(out, Boolean.getBoolean("anlan.terminal")); // the start script knows whether messages go to a terminal
    }

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void at(Step now, long done, Optional<Long> of) {
        if (terminal) {
            bar(now, done, of);
        } else {
            line(now, done, of);
        }
    }

    private void bar(Step now, long done, Optional<Long> of) {
        String bar = of.filter(all -> all > 0)
                .map(all -> {
                    int full = (int) Math.min(WIDTH, WIDTH * done / all);
                    return "[" + "█".repeat(full) + "░".repeat(WIDTH - full) + "] ";
                })
                .orElse("");
        out.print(CLEAR + bar + words(now) + " " + amount(done, of));
        out.flush();
        shown = true;
    }

    private void line(Step now, long done, Optional<Long> of) {
        boolean other = step.filter(now::equals).isEmpty();
        boolean much = done - said >= SAY_EVERY;
        if (now == Step.READING ? much : other && said > 0) {
            said = Math.max(said, done);
            out.println("  " + words(now) + " " + amount(done, of));
        }
        step = Optional.of(now);
    }

    private static String words(Step step) {
        return step.text().zh() + " " + step.text().en();
    }

    private static String amount(long done, Optional<Long> of) {
        return of.map(all -> String.format(Locale.ROOT, "%,d / %,d", done, all))
                .orElseGet(() -> done == 0 ? "" : String.format(Locale.ROOT, "%,d", done));
    }

    /** Leaves the terminal as it was. */
    void end() {
        if (shown) {
            out.print(CLEAR);
        }
        out.flush();
    }
}
