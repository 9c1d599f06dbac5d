package org.anlan.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anlan.access.Role;
import org.anlan.support.RunningServer;

/** Measures the page's list and map of very many outfalls in a real Chromium, without a graphics card: how soon the list can be used, and what was fetched for it. */
final class OutfallPageBench {

    private static final String ITEM = "[data-testid=outfalls-item]";
    private static final String MAP_DRAWN = "[data-testid=map][data-loaded=true]";

    private OutfallPageBench() {}

    static void measure(String[] arguments) throws Exception {
        int outfalls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int readings = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Path folder = Files.createTempDirectory("anlan-bench");
        try (RunningServer server = RunningServer.empty().start();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("ANLAN_CHROMIUM"))
                                        .orElse("/usr/bin/chromium")))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-3d-apis")))) {
            new LedgerBench(folder, outfalls, readings).fill(server.services().store());
            for (int i = 0; i < 3; i++) {
                visit(browser, server, i == 0 ? "first" : "again");
            }
        } finally {
            Bench.delete(folder);
        }
    }

    /** Somebody signs in and opens the list. */
    private static void visit(Browser browser, RunningServer server, String which) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768))) {
            Page page = context.newPage();
            page.setDefaultTimeout(120_000);
            page.navigate(server.address() + "/?task=retention");
            page.getByTestId("account").click();
            page.getByTestId("sign-in-name").fill("officer");
            page.getByTestId("sign-in-password").fill(server.passwordOf(Role.OFFICER));
            page.getByTestId("sign-in-submit").click();
            page.getByTestId("sign-in-password").waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            List<Response> answers = new ArrayList<>();
            page.onResponse(response -> {
                if (response.url().contains("/api/v1/outfalls")) {
                    answers.add(response);
                }
            });
            long start = System.nanoTime();
            page.navigate(server.address() + "/?task=outfalls&part=list&at=118.7,24.7,12");
            page.locator(ITEM).first().waitFor();
            double list = (System.nanoTime() - start) / 1e9;
            page.locator(MAP_DRAWN).waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            double rest = (System.nanoTime() - start) / 1e9;
            told(which + ": list usable after " + seconds(list) + ", all at rest after " + seconds(rest), answers);
            answers.clear();
            start = System.nanoTime();
            String before = page.locator(ITEM).first().innerText();
            page.getByTestId("outfalls-sort-exceedances").click();
            page.waitForFunction("before => document.querySelector('" + ITEM + "')?.innerText !== before", before);
            told(which + ": sorted by exceedances after " + seconds((System.nanoTime() - start) / 1e9), answers);
        }
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static void told(String what, List<Response> answers) {
        System.out.printf(
                Locale.ROOT,
                "%s; %d requests for outfalls, %.2f MB as sent%n",
                what,
                answers.size(),
                answers.stream().mapToInt(one -> one.request().sizes().responseBodySize).sum() / 1e6);
    }
}
