package org.anlan.support;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.App;

/** The program in a process of its own, so that it can be killed or can find a store in use. It ends, at the latest, when this is closed. */
public final class ChildJvm implements Closeable {

    private static final String END = "\0end of output";
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Process process;
    private final BlockingQueue<String> arriving = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        Thread reader = new Thread(this::listen, "output of the child");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the program with these arguments; its standard output and error come as one stream of lines. */
    public static ChildJvm start(Object... arguments) throws IOException {
        return start(App.class, List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), arguments);
    }

    /** The same for another class with a {@code main} and other options of the JVM. */
    public static ChildJvm start(Class<?> main, List<String> options, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-cp", classPath(), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The class path of this process; an empty entry, which stands for the working folder, is left out. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.isBlank())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                arriving.add(line);
            }
        } catch (IOException e) {
            arriving.add("the output broke off: " + e);
        } finally {
            arriving.add(END);
        }
    }

    /** Waits until the program prints a line like this; fails when it ends before or takes longer than a minute and a half. */
    public String waitFor(Predicate<String> wanted) throws InterruptedException {
        return next(wanted).orElseThrow(() -> new AssertionError("the program never said it: " + seen));
    }

    /** Waits until the program prints a line like this; empty when it ends before. */
    public Optional<String> next(Predicate<String> wanted) throws InterruptedException {
        return next(wanted, LONGEST);
    }

    /** The same for one that may take longer. */
    public Optional<String> next(Predicate<String> wanted, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            String line = arriving.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("nothing of the kind within " + longest + ": " + seen);
            }
            if (line.equals(END)) {
                arriving.add(END); // whoever asks again hears it again
                return Optional.empty();
            }
            seen.add(line);
            if (wanted.test(line)) {
                return Optional.of(line);
            }
        }
    }

    /** Waits until the program ends by itself, and gives its exit code. */
    public int exitCode() throws InterruptedException {
        next(line -> false);
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the program does not end: " + seen);
        }
        return process.exitValue();
    }

    /** Everything it printed as far as it was waited for. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** Kills the process at once (SIGKILL where there are signals) and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
