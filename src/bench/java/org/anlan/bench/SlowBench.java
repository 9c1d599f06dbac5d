package org.anlan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;

/**
 * Measures what slow readers cost: one that reads a whole layer at 10 MB a second, one that leaves amid it, and very many at once that ask for a large page and
 * read nothing but the head of the answer. Prints heap, resident memory and how the service answers others meanwhile.
 */
final class SlowBench {

    private static final int BYTES_PER_SECOND = 10 << 20;

    private final Path folder;
    private final int segments;
    private final int clients;
    private final Bench bench;
    private final HttpClient http = HttpClient.newHttpClient();

    private SlowBench(Path folder, int segments, int clients) {
        this.folder = folder;
        this.segments = segments;
        this.clients = clients;
        this.bench = new Bench(folder, segments);
    }

    static void measure(String[] arguments) throws Exception {
        int segments = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        Path folder = Files.createTempDirectory("anlan-bench");
        try {
            new SlowBench(folder, segments, clients).run();
        } finally {
            Bench.delete(folder);
        }
    }

    private void run() throws Exception {
        CoastMaker maker = new CoastMaker(folder);
        Path filled = folder.resolve("filled");
        try (Store store = SqliteStore.open(filled, bench.catalog)) {
            bench.take(store, maker.towns());
            bench.take(store, maker.coast(segments));
        }
        Process process = Bench.java("serve", "--port", "0", "--data", filled.toString());
        try {
            URI at = Bench.address(process);
            ServeBench.frozen(http, at, filled);
            told("before", process);
            oneSlow(at, process);
            oneThatLeaves(at, process);
            many(at, process);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Reads the whole layer slowly, and looks at the memory meanwhile. */
    private void oneSlow(URI at, Process process) throws Exception {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(at.resolve(ServeBench.ITEMS + "?limit=1000000")).build(), HttpResponse.BodyHandlers.ofInputStream());
        long bytes = 0;
        long start = System.nanoTime();
        long next = start;
        byte[] buffer = new byte[1 << 16];
        try (InputStream body = answer.body()) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                bytes += count;
                long ahead = bytes * 1_000_000_000L / BYTES_PER_SECOND - (System.nanoTime() - start);
                if (ahead > 0) {
                    Thread.sleep(Duration.ofNanos(ahead).toMillis());
                }
                if (System.nanoTime() > next) {
                    told(String.format(Locale.ROOT, "one slow reader, %d MB read", bytes >> 20), process);
                    next += 10_000_000_000L;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%d features, %.1f MB in %.0f s%n", segments, bytes / 1e6, (System.nanoTime() - start) / 1e9);
    }

    private void oneThatLeaves(URI at, Process process) throws Exception {
        Socket socket = asking(at);
        System.out.println("one reader that stops reading: under way " + underWay(at));
        long start = System.nanoTime();
        socket.close();
        while (underWay(at) > 0) {
            Thread.onSpinWait();
        }
        System.out.printf(Locale.ROOT, "it leaves: its place is free after %.0f ms%n", (System.nanoTime() - start) / 1e6);
        told("after it left", process);
    }

    private static Socket asking(URI at) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8_192);
        socket.connect(new InetSocketAddress(at.getHost(), at.getPort()));
        socket.getOutputStream().write(request(at));
        if (socket.getInputStream().read() != 'H') {
            throw new IOException("no answer");
        }
        return socket;
    }

    private static byte[] request(URI at) {
        return ("GET " + ServeBench.ITEMS + "?limit=10000 HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private int underWay(URI at) throws Exception {
        Matcher found = Pattern.compile("(?m)^anlan_readers_active ([\\d.]+)$").matcher(get(at, "/metrics").body());
        return found.find() ? (int) Double.parseDouble(found.group(1)) : -1;
    }

    private HttpResponse<String> get(URI at, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(at.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** All connect, ask, and read no more than the first bytes of their answer. */
    private void many(URI at, Process process) throws Exception {
        Map<String, Integer> answers = new TreeMap<>();
        List<SocketChannel> open = new ArrayList<>();
        long start = System.nanoTime();
        try (Selector selector = Selector.open()) {
            InetSocketAddress address = new InetSocketAddress(at.getHost(), at.getPort());
            for (int i = 0; i < clients; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.setOption(java.net.StandardSocketOptions.SO_RCVBUF, 8_192);
                channel.connect(address);
                channel.write(ByteBuffer.wrap(request(at)));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
                open.add(channel);
            }
            ByteBuffer head = ByteBuffer.allocate(12);
            long end = System.nanoTime() + 60_000_000_000L;
            int heard = 0;
            while (heard < clients && System.nanoTime() < end) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    head.clear();
                    int count = ((SocketChannel) key.channel()).read(head);
                    answers.merge(count < 12 ? "closed" : new String(head.array(), 9, 3, StandardCharsets.US_ASCII), 1, Integer::sum);
                    heard++;
                    key.cancel();
                }
                selector.selectedKeys().clear();
            }
        }
        System.out.printf(Locale.ROOT, "%d slow readers at once: answers %s, heard after %.1f s, under way %d%n", clients, answers, (System.nanoTime() - start) / 1e9, underWay(at));
        told("meanwhile", process);
        long asked = System.nanoTime();
        int status = get(at, "/ogc/collections").statusCode();
        HttpResponse<String> refused = get(at, ServeBench.ITEMS + "?limit=10");
        System.out.printf(
                Locale.ROOT,
                "meanwhile, somebody else: /ogc/collections %d, items %d, Retry-After %s; both after %.0f ms%n",
                status,
                refused.statusCode(),
                refused.headers().firstValue("Retry-After").orElse("none"),
                (System.nanoTime() - asked) / 1e6);
        for (SocketChannel channel : open) {
            channel.close();
        }
        while (underWay(at) > 0) {
            Thread.onSpinWait();
        }
        System.out.println("all left: items " + get(at, ServeBench.ITEMS + "?limit=10").statusCode());
        told("after they left", process);
    }

    /** Heap in use as jcmd tells it, and resident memory that belongs to the process alone. */
    private static void told(String when, Process process) throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process info = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.heap_info").start();
        String heap = new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long used = 0;
        for (Matcher one = Pattern.compile("(?:generation|heap)\\s+total \\d+K, used (\\d+)K").matcher(heap); one.find(); ) {
            used += Long.parseLong(one.group(1));
        }
        String anonymous = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("RssAnon"))
                .findFirst()
                .orElse("")
                .replaceAll("\\s+", " ");
        System.out.printf(Locale.ROOT, "  %s: heap %d MB in use, %s%n", when, used >> 10, anonymous);
    }
}
