package org.anlan.http.gate;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/** One line of the log for each request that was answered. What watches over the service asks all the time and leaves a line only when it fails. */
final class AccessLog implements RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.anlan.http.access");
    private static final Set<String> QUIET = Set.of("/healthz", "/readyz", "/metrics");
    private static final int LONGEST_PATH = 500;

    @Override
    public void log(Request request, Response response) {
        String path = path(request);
        if (response.getStatus() < 400 && QUIET.contains(path)) {
            return;
        }
        String before = MDC.get(RequestId.LOG_KEY);
        Arrival.of(request).ifPresent(arrival -> MDC.put(RequestId.LOG_KEY, arrival.id()));
        try {
            write(request, response, path);
        } finally {
            if (before == null) {
                MDC.remove(RequestId.LOG_KEY);
            } else {
                MDC.put(RequestId.LOG_KEY, before);
            }
        }
    }

    private static void write(Request request, Response response, String path) {
        long ms = TimeUnit.NANOSECONDS.toMillis(NanoTime.since(request.getBeginNanoTime()));
        long bytes = Response.getContentBytesWritten(response);
        String client = Arrival.of(request).map(Arrival::client).orElseGet(() -> Request.getRemoteAddr(request));
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", path)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("ms", ms)
                .addKeyValue("bytes", bytes)
                .addKeyValue("client", client);
        Arrival.of(request)
                .flatMap(Arrival::problem)
                .map(code -> line.addKeyValue("code", code))
                .orElse(line)
                .log("{} {} {} {} ms {} B {}", request.getMethod(), path, response.getStatus(), ms, bytes, client);
    }

    /** As it came, percent-encoded, without the query: what was asked for in detail is nobody's business. */
    private static String path(Request request) {
        String path = request.getHttpURI() == null
                ? ""
                : String.valueOf(request.getHttpURI().getPath());
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path;
    }
}
