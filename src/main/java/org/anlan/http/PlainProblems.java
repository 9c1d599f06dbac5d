package org.anlan.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.anlan.base.Text;
import org.anlan.http.gate.Arrival;
import org.anlan.http.gate.RequestId;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problem details for what never reaches a route: addresses and headers that are no good HTTP. */
final class PlainProblems extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        Text text = Text.of("请求不是有效的 HTTP 请求（状态 %d）", "The request is no valid HTTP request (status %d)", code);
        String id = Arrival.turnedAway(request, "http-" + code).id();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
        response.getHeaders().put(RequestId.HEADER, id);
        response.write(
                true,
                ByteBuffer.wrap(Problems.json(code, "http-" + code, text, id).getBytes(StandardCharsets.UTF_8)),
                callback);
    }
}
