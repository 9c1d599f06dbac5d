package org.anlan.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.DiskFull;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.http.gate.Arrival;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into problem details (RFC 9457). No stack trace leaves the server. */
public final class Problems {

    /** The media type of problem details. */
    public static final String TYPE = "application/problem+json; charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void register(JavalinConfig config) {
        config.routes.exception(Refusal.class, (e, context) -> send(context, e));
        config.routes.exception(MethodNotAllowedResponse.class, (e, context) -> {
            e.getDetails().values().stream().findFirst().ifPresent(methods -> context.header("Allow", methods));
            send(
                    context,
                    405,
                    "method-not-allowed",
                    Text.of("这个地址不能这样请求：%s %s", "Not to be asked this way: %s %s", context.method(), context.path()));
        });
        config.routes.exception(HttpResponseException.class, (e, context) -> {
            switch (e.getStatus()) {
                case 404 ->
                    send(
                            context,
                            404,
                            "not-found",
                            Text.of("没有这个地址：%s", "There is no such address: %s", context.path()));
                case 413 -> send(context, Json.bodyTooLarge(context));
                default ->
                    send(
                            context,
                            e.getStatus(),
                            "http-" + e.getStatus(),
                            Text.of(
                                    "不能这样请求：%s %s",
                                    "Not to be asked this way: %s %s", context.method(), context.path()));
            }
        });
        config.routes.exception(Exception.class, (e, context) -> {
            if (clientLeft(e)) {
                LOG.debug("the client left: {} {}", context.method(), context.path());
                return;
            }
            Optional<Refusal> full = DiskFull.refusal(e);
            if (full.isPresent()) {
                LOG.error("{} {}: the disk is full", context.method(), context.path());
                send(context, full.get());
                return;
            }
            LOG.error("{} {} failed", context.method(), context.path(), e);
            if (context.res().isCommitted()) {
                cutOff(context, e);
                return;
            }
            send(
                    context,
                    500,
                    "internal",
                    Text.of(
                            "服务内部出错；未作任何更改。请把请求编号 %s 告诉管理员。",
                            "The service failed inside; nothing was changed. Give the administrator the request id %s.",
                            Arrival.of(context).id()));
        });
    }

    private static boolean clientLeft(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EofException) {
                return true;
            }
        }
        return false;
    }

    /** An answer that was already under way must not end as if it were whole. */
    private static void cutOff(Context context, Exception e) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getServletChannel()
                .abort(e);
    }

    /** The problem that tells a refusal, for what answers before any endpoint. */
    public static String json(Refusal refusal, String request) {
        ObjectNode problem = problem(status(refusal.kind()), refusal.code(), refusal.text(), request);
        refusal.question().ifPresent(question -> {
            ObjectNode asks = problem.putObject("asks").put("field", question.field());
            ArrayNode choices = asks.putArray("choices");
            for (Refusal.Choice choice : question.choices()) {
                words(choices.addObject().put("value", choice.value()).putObject("label"), choice.label());
            }
        });
        return problem.toString();
    }

    /** The status of a kind of refusal. */
    public static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case NOT_SIGNED_IN -> 401;
            case NOT_PERMITTED -> 403;
            case NOT_FOUND -> 404;
            case NOT_ACCEPTABLE -> 406;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private static void send(Context context, Refusal refusal) {
        if (context.res().isCommitted()) {
            cutOff(context, refusal);
            return;
        }
        send(
                context,
                status(refusal.kind()),
                refusal.code(),
                json(refusal, Arrival.of(context).id()));
    }

    private static void send(Context context, int status, String code, Text text) {
        send(context, status, code, json(status, code, text, Arrival.of(context).id()));
    }

    private static void send(Context context, int status, String code, String problem) {
        Arrival.of(context).endsIn(code);
        context.status(status).contentType(TYPE).result(problem);
    }

    /** The problem of a request with this id, as it is sent. */
    public static String json(int status, String code, Text text, String request) {
        return problem(status, code, text, request).toString();
    }

    private static ObjectNode problem(int status, String code, Text text, String request) {
        ObjectNode problem = Json.mapper().createObjectNode();
        problem.put("type", "about:blank")
                .put("title", code.replace('-', ' ').toLowerCase(Locale.ROOT))
                .put("status", status)
                .put("code", code)
                .put("detail", text.both());
        words(problem.putObject("message"), text);
        return problem.put("request", request);
    }

    private static void words(ObjectNode node, Text text) {
        node.put("zh", text.zh()).put("en", text.en());
    }
}
