package org.anlan.intake;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;

/**
 * The child of {@link FuzzIT}: puts damaged hand-ins to an installation until the time is over, and keeps those that fail. Prints {@code
 * FAULT …} for each kind of failure, and {@code DONE …} at the end.
 */
final class FuzzRun {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int COMMITS_PER_STORE = 60;
    private static final int MOST_FAULTS = 30;

    private final long seed;
    private final long end;
    private final Path kept;
    private final Path work;
    private final Map<String, List<FuzzOriginals.Original>> originals;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Set<String> faults = new HashSet<>();
    private final AtomicReference<Case> running = new AtomicReference<>();

    /** A case that is being tried, since when, and how much the thread had computed then (ns). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Case(String name, byte[] bytes, long since, long computed) {}

    private FuzzRun(long seed, long end, Path kept, Path work, Map<String, List<FuzzOriginals.Original>> originals) {
        this.seed = seed;
        this.end = end;
        this.kept = kept;
        this.work = work;
        this.originals = originals;
    }

    /** Arguments: seed, seconds, folder for what fails, folder to work in, first case, kinds of files (all when there is none). */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[3]);
        Map<String, List<FuzzOriginals.Original>> originals;
        try (Installed demo = Installed.demo(work.resolve("demonstration"))) {
            originals = FuzzOriginals.byKind(demo);
        }
        if (arguments.length > 5) {
            originals.keySet().retainAll(List.of(arguments).subList(5, arguments.length));
        }
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.parseLong(arguments[1])).toNanos();
        new FuzzRun(Long.parseLong(arguments[0]), end, Path.of(arguments[2]), work, originals)
                .run(Integer.parseInt(arguments[4]));
    }

    private void run(int first) throws IOException {
        watch(Thread.currentThread());
        int number = first;
        for (int store = 0; goesOn(); store++) {
            Path data = FilledStore.make(
                    work.resolve("store-" + store), List.of(Shishi.handIn("JSXM.zip"), Shishi.handIn("SDQHYZ.zip")));
            try (Installed installed = Installed.open(data)) {
                FuzzStore tried = new FuzzStore(data, Path.of(System.getProperty("java.io.tmpdir")), installed);
                int commits = 0;
                boolean sound = true;
                while (goesOn() && sound && commits < COMMITS_PER_STORE) {
                    String outcome = attempt(tried, number++);
                    commits += outcome.endsWith("committed") ? 1 : 0;
                    sound = !outcome.endsWith("FAULT");
                    outcomes.merge(outcome, 1, Integer::sum);
                }
            }
        }
        System.out.println("DONE " + (number - first) + " cases " + outcomes);
        System.exit(0);
    }

    private boolean goesOn() {
        return System.nanoTime() < end && faults.size() < MOST_FAULTS;
    }

    /** Every case has random numbers of its own, so that it can be made again without those before it. */
    private String attempt(FuzzStore store, int number) throws IOException {
        List<String> kinds = new ArrayList<>(originals.keySet());
        String kind = kinds.get(number % kinds.size());
        Random random = new Random(seed * 1_000_003 + number);
        List<FuzzOriginals.Original> files = originals.get(kind);
        FuzzOriginals.Original original = files.get(random.nextInt(files.size()));
        byte[] bytes = new Mutation(random)
                .of(original.bytes(), files.get(random.nextInt(files.size())).bytes());
        running.set(
                new Case(number + "-" + original.name(), bytes, System.nanoTime(), computed(Thread.currentThread())));
        try {
            return kind + " " + store.handIn(original.name(), bytes);
        } catch (Throwable fault) { // an OutOfMemoryError is what is looked for, too
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            tell(running.get(), fault + " at " + place(fault), trace.toString());
            return kind + " FAULT";
        } finally {
            running.set(null);
        }
    }

    private static String place(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        StackTraceElement[] trace = cause.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("org.anlan")
                    && !element.getClassName().contains(".Fuzz")) {
                return element.toString();
            }
        }
        return trace.length == 0 ? "?" : trace[0].toString();
    }

    /** Keeps the file and prints the fault, once for each place in the program where it comes from. */
    private synchronized void tell(Case failed, String fault, String trace) throws IOException {
        String where = fault.substring(fault.lastIndexOf(" at "));
        if (faults.add(where)) {
            Files.createDirectories(kept);
            Files.write(kept.resolve(failed.name()), failed.bytes());
            Files.writeString(kept.resolve(failed.name() + ".txt"), "seed " + seed + "\n" + trace);
            System.out.println("FAULT " + failed.name() + " " + fault.replace('\n', ' '));
        }
    }

    /** A watcher that ends the process, with the stack told, when one case computes too long or does not come back. */
    private void watch(Thread worker) {
        Thread watcher = new Thread(
                () -> {
                    while (!Thread.interrupted()) {
                        Case now = running.get();
                        if (now != null && hangs(now, worker)) {
                            hung(now, worker);
                        }
                        LockSupport.parkNanos(200_000_000);
                    }
                },
                "watches for what hangs");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static boolean hangs(Case now, Thread worker) {
        return computed(worker) - now.computed() > LONGEST.toNanos()
                || System.nanoTime() - now.since() > LONGEST_WAIT.toNanos();
    }

    /** How long a thread has computed (ns): a machine that is busy with other things makes no case look slow. */
    private static long computed(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    private void hung(Case now, Thread worker) {
        StringBuilder stack = new StringBuilder("it hangs:");
        for (StackTraceElement element : worker.getStackTrace()) {
            stack.append("\n\tat ").append(element);
        }
        try {
            tell(now, "it takes too long at " + worker.getStackTrace()[0], stack.toString());
        } catch (IOException e) {
            System.out.println("FAULT " + e);
        } finally {
            Runtime.getRuntime().halt(3);
        }
    }
}
