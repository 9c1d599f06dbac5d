package org.anlan.format.ogr;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/**
 * Runs a program in a folder of its own with nothing of our environment, and ends it and what it started when it takes too long or
 * fills the disk. Where {@code prlimit} and {@code nice} are there (Linux) its memory is bounded too and it gives way to others.
 */
final class BoundedProcess {

    private static final int LOOK_EVERY_MS = 100;
    private static final int LONGEST_END_S = 5;
    private static final int MOST_TEXT = 64 << 10;

    private final Path folder;
    private final Bounds bounds;
    private final Map<String, String> environment;

    BoundedProcess(Path folder, Bounds bounds, Map<String, String> environment) {
        this.folder = folder;
        this.bounds = bounds;
        this.environment = environment;
    }

    /**
     * How it ended.
     *
     * @param exit its exit code
     * @param out the beginning of what it wrote to its standard output
     * @param messages the beginning of what it wrote to its standard error
     */
    record Outcome(int exit, String out, String messages) {}

    /** Runs it to its end; refused ({@code gdal-too-long}, {@code gdal-too-large}) when it does not come to one within bounds. */
    Outcome run(List<String> command) throws IOException {
        Path out = folder.resolve("out.txt");
        Path messages = folder.resolve("messages.txt");
        ProcessBuilder builder = new ProcessBuilder(held(command))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(messages.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            watch(process);
            return new Outcome(process.exitValue(), beginning(out), beginning(messages));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while converting");
        } finally {
            end(process);
        }
    }

    private void watch(Process process) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - began > bounds.time().toNanos()) {
                throw Refusal.unprocessable(
                        "gdal-too-long",
                        "转换文件超过 %d 秒，已停止；请在 GIS 软件中转换为 GeoPackage 或 shapefile 后上传",
                        "Converting the file took more than %d seconds and was stopped; convert it to a GeoPackage or shapefile in a GIS and hand that in",
                        bounds.time().toSeconds());
            }
            requireRoom();
        }
        requireRoom();
    }

    private void requireRoom() throws IOException {
        if (bytesInFolder() >= bounds.bytes()) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    "gdal-too-large",
                    Text.of(
                            "转换结果超过 %d MB，已停止；请拆分后上传",
                            "Converted, the file has more than %d MB; split it and hand in the parts",
                            bounds.bytes() >> 20));
        }
    }

    /** Links to what was handed in count for nothing: only what was written is held against the bound. */
    private long bytesInFolder() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    bytes += size(file);
                }
            }
        }
        return bytes;
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0; // a journal that was just deleted
        }
    }

    /** Ends it and what it started, and waits: its files can be deleted when they are gone. */
    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit()
                .completeOnTimeout(one, LONGEST_END_S, TimeUnit.SECONDS)
                .join());
    }

    private List<String> held(List<String> command) {
        List<String> all = new ArrayList<>();
        SystemPath.find("prlimit")
                .ifPresent(prlimit -> all.addAll(List.of(
                        prlimit.toString(),
                        "--as=" + bounds.memoryBytes(),
                        "--fsize=" + bounds.bytes(),
                        "--cpu=" + Math.max(1, bounds.time().toSeconds()),
                        "--core=0",
                        "--")));
        SystemPath.find("nice").ifPresent(nice -> all.addAll(List.of(nice.toString(), "-n", "10")));
        all.addAll(command);
        return all;
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
        }
    }
}
