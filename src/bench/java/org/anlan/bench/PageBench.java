package org.anlan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;

/**
 * Measures the page in a real Chromium, without a graphics card: how soon a newcomer sees the map, what comes with the first view, how soon a moved site has its verdict, how smoothly a long
 * coast is panned.
 */
final class PageBench {

    private static final String MAP_DRAWN = "[data-testid=map][data-loaded=true]";
    private static final String SITE = "?task=impact&year=2020&site=polygon,118.655,24.742,118.665,24.742,118.665,24.736,118.655,24.736&at=118.66,24.74,14";
    private static final int MOVES = 20;
    private static final int PAN_SECONDS = 6;
    private static final double FRAME_MS = 1000.0 / 60;

    private final Path folder;
    private final int segments;
    private final Bench bench;

    private PageBench(Path folder, int segments) {
        this.folder = folder;
        this.segments = segments;
        this.bench = new Bench(folder, segments);
    }

    static void measure(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("anlan-bench");
        try {
            new PageBench(folder, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000).run();
        } finally {
            Bench.delete(folder);
        }
    }

    private void run() throws Exception {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("ANLAN_CHROMIUM"))
                                        .orElse("/usr/bin/chromium")))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-3d-apis")))) {
            Process demo = Bench.java("serve", "--demo", "--port", "0", "--data", folder.resolve("demo").toString());
            try {
                URI at = Bench.address(demo);
                firstView(browser, at);
                movedSite(browser, at);
            } finally {
                demo.destroy();
                demo.waitFor();
            }
            panned(browser);
        }
    }

    /** Each run is a browser that was never here; the service is warm after the first. */
    private static void firstView(Browser browser, URI at) {
        List<Double> map = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int i = 0; i <= Bench.RUNS; i++) {
            try (BrowserContext context = newcomer(browser)) {
                Page page = context.newPage();
                List<Response> scripts = new ArrayList<>();
                page.onResponse(response -> {
                    if (response.url().endsWith(".js")) {
                        scripts.add(response);
                    }
                });
                long start = System.nanoTime();
                page.navigate(at + "/", new Page.NavigateOptions().setWaitUntil(com.microsoft.playwright.options.WaitUntilState.COMMIT));
                page.locator(MAP_DRAWN).waitFor();
                Bench.record(map, i, start);
                page.locator("text=%").first().waitFor();
                Bench.record(ratio, i, start);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                if (i > 0) {
                    bytes.add(scripts.stream().mapToInt(one -> one.request().sizes().responseBodySize).sum() / 1e3);
                }
            }
        }
        Bench.print("page, cold: until the map is drawn", "s", map);
        Bench.print("page, cold: until map and ratio are there", "s", ratio);
        Bench.print("page: scripts of the first view, as sent", "kB", bytes);
    }

    /** From the press of a key that moves the site to the new verdict in the panel. */
    private static void movedSite(Browser browser, URI at) {
        List<Double> times = new ArrayList<>();
        try (BrowserContext context = newcomer(browser)) {
            Page page = context.newPage();
            page.navigate(at + "/" + SITE);
            page.getByTestId("impact-verdict").waitFor();
            page.locator(MAP_DRAWN).waitFor();
            for (int i = 0; i < MOVES; i++) {
                String way = i % 2 == 0 ? "move-east" : "move-west";
                times.add(((Number) page.evaluate(MOVE, way)).doubleValue());
            }
        }
        Bench.print("page: a moved site until its new verdict is drawn", "ms", times.subList(1, times.size()));
    }

    /** Presses the button and waits for two frames after the report that answers it has come and replaced the old one. */
    private static final String MOVE =
            """
            way => new Promise(done => {
              const start = performance.now()
              const seen = new PerformanceObserver(list => {
                if (!list.getEntries().some(one => one.name.includes('/api/v1/impact') && one.startTime >= start)) return
                seen.disconnect()
                const rested = () => document.querySelector('[data-testid=impact-verdict]') && !document.querySelector('.task [aria-busy=true]')
                  ? requestAnimationFrame(() => done(performance.now() - start))
                  : requestAnimationFrame(rested)
                requestAnimationFrame(rested)
              })
              seen.observe({ type: 'resource' })
              document.querySelector(`[data-testid=${way}]`).click()
            })
            """;

    private void panned(Browser browser) throws Exception {
        CoastMaker maker = new CoastMaker(folder);
        Path towns = maker.towns();
        Path coast = maker.coast(segments);
        Path filled = folder.resolve("filled");
        try (Store store = SqliteStore.open(filled, bench.catalog)) {
            bench.take(store, towns);
            bench.take(store, coast);
        }
        Process process = Bench.java("serve", "--port", "0", "--data", filled.toString());
        try {
            URI at = Bench.address(process);
            for (int zoom : new int[] {8, 11, 14}) {
                pan(browser, at, zoom);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void pan(Browser browser, URI at, int zoom) throws Exception {
        try (BrowserContext context = newcomer(browser)) {
            Page page = context.newPage();
            page.navigate(at + "/?task=retention&at=120.5,24.2," + zoom);
            page.locator(MAP_DRAWN).waitFor();
            drag(page, 1); // the tiles around are there from now on
            page.locator(MAP_DRAWN).waitFor();
            browser.startTracing(page, new Browser.StartTracingOptions().setCategories(List.of("disabled-by-default-devtools.timeline.frame", "devtools.timeline")));
            drag(page, PAN_SECONDS);
            frames(new ObjectMapper().readTree(browser.stopTracing()).path("traceEvents"), zoom);
        }
    }

    /** Draws the map to and fro with the mouse button held, a move for each frame that a screen of 60 Hz has. */
    private static void drag(Page page, int seconds) {
        double x = 800;
        page.mouse().move(x, 400);
        page.mouse().down();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int step = 0;
        while (System.nanoTime() < end) {
            long next = System.nanoTime() + (long) (FRAME_MS * 1e6);
            step++;
            page.mouse().move(x + 200 * Math.sin(step / 25.0), 400 + 60 * Math.sin(step / 40.0));
            while (System.nanoTime() < next) {
                Thread.onSpinWait();
            }
        }
        page.mouse().up();
    }

    /** Frames that reached the screen, by the browser's own trace. */
    private void frames(JsonNode events, int zoom) {
        List<Double> at = new ArrayList<>();
        events.forEach(event -> {
            if (event.path("name").asText().equals("DrawFrame")) {
                at.add(event.path("ts").asDouble() / 1e6);
            }
        });
        at.sort(null);
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < at.size(); i++) {
            gaps.add((at.get(i) - at.get(i - 1)) * 1e3);
        }
        gaps.sort(null);
        if (gaps.isEmpty()) {
            System.out.println("page: the trace of panning has no frames");
            return;
        }
        double seconds = at.get(at.size() - 1) - at.get(0);
        System.out.printf(
                Locale.ROOT,
                "page: panning %,d segments at zoom %d: %.1f frames/s, gap between frames median %.1f ms, 95 %% %.1f ms, longest %.0f ms%n",
                segments,
                zoom,
                gaps.size() / seconds,
                gaps.get(gaps.size() / 2),
                gaps.get((int) (gaps.size() * 0.95)),
                gaps.get(gaps.size() - 1));
    }

    private static BrowserContext newcomer(Browser browser) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768));
    }
}
