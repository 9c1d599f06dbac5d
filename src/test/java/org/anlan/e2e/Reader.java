package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;

/** A reader who was never here before. What their pages ask of others, throw or complain of is noted. */
final class Reader implements AutoCloseable {

    private final BrowserContext context;
    private final String address;
    private final List<String> faults = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<Integer> refusals = new ArrayList<>();
    private boolean losing;

    /** A reader of the service at this address ("http://host:port"), whose pages may ask no other. */
    Reader(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        context.onRequest(request -> noteRequest(request.url()));
        context.onWebError(error -> faults.add("page error: " + error.error()));
        context.onConsoleMessage(this::noteMessage);
    }

    MapPage newTab() {
        return new MapPage(context.newPage(), address);
    }

    /** Says that the service is about to refuse something with this status; the browser notes that on its console once. */
    void expectRefusal(int status) {
        refusals.add(status);
    }

    /** Says that parts of the page will not come from now on, of which the browser and the page write to the console. */
    void losesParts() {
        losing = true;
    }

    /** Says that pages may ask this other service ("http://host:port") from now on. */
    void mayAsk(String other) {
        others.add(other + "/");
    }

    private void noteRequest(String url) {
        boolean inside = url.startsWith(address + "/")
                || others.stream().anyMatch(url::startsWith)
                || url.startsWith("data:")
                || url.startsWith("blob:" + address);
        if (!inside) {
            faults.add("request to somewhere else: " + url);
        }
    }

    private void noteMessage(ConsoleMessage message) {
        if (message.type().equals("error") && !isExpected(message.text())) {
            faults.add("console error: " + message.text() + " (" + message.location() + ")");
        }
    }

    private boolean isExpected(String text) {
        if (losing && (text.contains("ERR_FAILED") || text.contains("/assets/"))) {
            return true;
        }
        return refusals.removeIf(status ->
                text.startsWith("Failed to load resource: the server responded with a status of " + status + " "));
    }

    /** Asserts that nothing was amiss, and that what was to be refused was. */
    void assertNothingAmiss() {
        assertThat(faults).isEmpty();
        assertThat(refusals).as("refusals that did not come").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
