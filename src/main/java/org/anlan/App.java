package org.anlan;

/** The command line. */
public final class App {
    private App() {}

    /** Starts the command that the arguments name. */
    public static void main(String[] arguments) {
        System.out.println(String.join(" ", arguments));
    }
}
