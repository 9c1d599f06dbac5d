package org.anlan;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.anlan.cli.Commands;

/** The program. Everything it prints is UTF-8, whatever the machine's locale. */
public final class App {

    private App() {}

    /** Starts the command that the arguments name. */
    public static void main(String[] arguments) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(Commands.run(arguments));
    }
}
