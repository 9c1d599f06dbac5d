package org.anlan.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a server for addresses, one behind the other, on so many connections for some seconds, by {@code wrk}; prints a line of a table. */
final class Load {

    private static final Pattern REQUESTS = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern BYTES = Pattern.compile("Transfer/sec:\\s+([\\d.]+)([KMG]?)B");
    private static final Pattern WRONG = Pattern.compile("Non-2xx[^\\n]*|Socket errors[^\\n]*");

    private final Path folder;
    private final int seconds;

    Load(Path folder, int seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    static void head() {
        System.out.println("| work | server | connections | requests/s | p50 ms | p99 ms | MB/s |");
        System.out.println("|---|---|---|---|---|---|---|");
    }

    /** Half a minute of requests, so that the program has been compiled before it is measured. */
    void warm(URI at, List<String> paths) throws IOException, InterruptedException {
        wrk(script(at, paths), at, 8, 30);
    }

    /** Measures; {@code paths} are taken in turn. */
    void run(String work, String server, URI at, List<String> paths, int connections) throws IOException, InterruptedException {
        Path script = script(at, paths);
        wrk(script, at, connections, 2);
        String told = wrk(script, at, connections, seconds);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %s | %.3g | %.3g | %.4g | %s%n",
                work,
                server,
                connections,
                first(REQUESTS, told),
                milliseconds("50%", told),
                milliseconds("99%", told),
                megabytes(told),
                first(WRONG, told));
    }

    private Path script(URI at, List<String> paths) throws IOException {
        StringBuilder lua = new StringBuilder("local paths = {\n");
        for (String path : paths) {
            lua.append('"').append(at.getRawPath()).append(path.replace("\"", "%22")).append("\",\n");
        }
        lua.append("}\nlocal i = 0\nrequest = function()\n  i = i % #paths + 1\n  return wrk.format(\"GET\", paths[i])\nend\n");
        return Files.writeString(folder.resolve("paths.lua"), lua);
    }

    private static String wrk(Path script, URI at, int connections, int seconds) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "30s", "--latency", "-s", script.toString(), at.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        return told;
    }

    private static String first(Pattern pattern, String told) {
        Matcher found = pattern.matcher(told);
        return found.find() ? found.groupCount() > 0 ? found.group(1) : found.group() : "";
    }

    private static double milliseconds(String part, String told) {
        Matcher found = Pattern.compile("\\s" + part + "\\s+([\\d.]+)(us|ms|s|m)").matcher(told);
        if (!found.find()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> number / 1000;
            case "ms" -> number;
            case "s" -> number * 1000;
            default -> number * 60_000;
        };
    }

    private static double megabytes(String told) {
        Matcher found = BYTES.matcher(told);
        if (!found.find()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "K" -> number / 1024;
            case "G" -> number * 1024;
            case "M" -> number;
            default -> number / 1_048_576;
        };
    }
}
