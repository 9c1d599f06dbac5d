package org.anlan.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;
import org.anlan.access.Access;
import org.anlan.access.OpenId;
import org.anlan.base.Refusal;
import org.anlan.http.gate.Arrival;

/**
 * {@code /api/v1/session/openid}: sends a browser to the provider, and takes it in when it comes back. What it keeps meanwhile is a cookie of ten minutes for these two addresses only;
 * it comes from another site, so that cookie is SameSite=Lax.
 */
final class OpenIdApi {

    private static final String PATH = "/api/v1/session/openid";
    private static final String BACK = PATH + "/return";
    private static final String COOKIE = "anlan_openid";
    private static final int SECONDS = 600;

    private final Access access;
    private final Guard guard;
    private final Optional<String> publicAddress;

    OpenIdApi(Services services, Guard guard) {
        this.access = services.access();
        this.guard = guard;
        this.publicAddress = services.publicAddress();
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::begin);
        routes.get(BACK, this::end);
    }

    private void begin(Context context) {
        OpenId.Begun begun = openId().begin(back(context));
        keep(context, begun.kept(), SECONDS);
        redirect(context, begun.place().toString());
    }

    private void end(Context context) {
        String kept = Optional.ofNullable(context.cookie(COOKIE)).orElse("");
        keep(context, "", 0);
        Access.Session session = openId().end(kept, back(context), context.queryParamMap(), Guard.client(context));
        guard.give(context, session);
        redirect(context, base(context) + "/");
    }

    private OpenId openId() {
        return access.openId()
                .orElseThrow(() -> Refusal.notFound(
                        "no-openid", "没有配置统一身份认证（OpenID Connect）", "No OpenID Connect provider is configured"));
    }

    private URI back(Context context) {
        return URI.create(base(context) + BACK);
    }

    private String base(Context context) {
        return publicAddress.orElseGet(() -> (Arrival.of(context).secure() ? "https://" : "http://") + context.host());
    }

    private static void redirect(Context context, String place) {
        context.status(302).header("Location", place).header("Cache-Control", "no-store");
    }

    private static void keep(Context context, String value, int seconds) {
        String secure = Arrival.of(context).secure() ? "; Secure" : "";
        context.res()
                .addHeader(
                        "Set-Cookie",
                        COOKIE + "=" + value + "; Path=" + PATH + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                                + secure);
    }
}
