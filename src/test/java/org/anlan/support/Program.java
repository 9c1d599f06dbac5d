package org.anlan.support;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a process of its own, under a plain locale. Closing it ends that process, by its own handle. */
public final class Program implements Closeable {

    private static final String READY = "Anlan is ready at ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader out;
    private final CompletableFuture<String> errors;

    private Program(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.errors = CompletableFuture.supplyAsync(() -> text(process.errorReader(StandardCharsets.UTF_8)));
    }

    /**
     * How a run ended.
     *
     * @param exit the exit code
     * @param out what it printed
     * @param errors what it printed as errors
     */
    public record End(int exit, String out, String errors) {}

    /** Starts a command. */
    public static Program start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.anlan.App"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        return start(builder);
    }

    /** Starts the program by a command of another kind, such as an installed launcher. */
    public static Program start(ProcessBuilder builder) throws IOException {
        builder.environment().put("LC_ALL", "C");
        return new Program(builder.start());
    }

    /** Runs a command to its end. */
    public static End run(String... arguments) throws IOException {
        try (Program program = start(arguments)) {
            return program.end();
        }
    }

    /** What a service prints until it says where it is ready, that line included. */
    public List<String> linesUntilReady() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith(READY)) {
                return lines;
            }
        }
        throw new AssertionError("it ended without being ready: " + lines + " " + errors.join());
    }

    /** The address in the line that says where the service is ready. */
    public static String address(List<String> lines) {
        return lines.get(lines.size() - 1).substring(READY.length());
    }

    /** Asks the process to end, as a service manager does (SIGTERM), and waits for it. */
    public End terminate() throws IOException {
        process.destroy();
        return end();
    }

    /** Waits for the end. */
    public End end() throws IOException {
        try {
            CompletableFuture<String> rest = CompletableFuture.supplyAsync(() -> text(out));
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end");
            }
            return new End(process.exitValue(), rest.join(), errors.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    private static String text(BufferedReader reader) {
        try (Stream<String> lines = reader.lines()) {
            return lines.collect(Collectors.joining("\n"));
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
