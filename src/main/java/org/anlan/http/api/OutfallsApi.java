package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.anlan.access.Caller;
import org.anlan.base.Refusal;
import org.anlan.catalog.Visibility;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.outfall.OutfallFigureText;
import org.anlan.outfall.OutfallFigures;
import org.anlan.outfall.OutfallFilter;
import org.anlan.outfall.OutfallJson;
import org.anlan.outfall.OutfallMap;
import org.anlan.outfall.OutfallPage;
import org.anlan.outfall.OutfallPlaces;
import org.anlan.outfall.OutfallReadings;
import org.anlan.outfall.OutfallText;
import org.anlan.outfall.Outfalls;
import org.anlan.outfall.PlaceText;
import org.anlan.outfall.ReadingText;
import org.anlan.store.Extent;

/** {@code /api/v1/outfalls}: figures of the ledger for everybody; lists, archives, series and checks of single outfalls for who is signed in. */
public final class OutfallsApi {

    private static final int USUAL_LIMIT = 100;

    /** Forms that a page or a map reads, part by part; all others are files, which hold the whole list unless somebody asks for less. */
    private static final Set<String> IN_PARTS = Set.of("json", "geojson");

    /** Layers whose values lists and archives tell. */
    private static final List<String> TOLD_WHOLE =
            List.of("outfalls", "outfall-sources", "outfall-readings", "outfall-limits");

    /** Layers whose features are named by what is checked by place. */
    private static final List<String> NAMED =
            List.of("coastline", "regions", "protected-areas", "red-lines", "beaches");

    private final Services services;
    private final Guard guard;
    private final Heavy heavy;

    /** Serves the ledger of these services, where there is room for it. */
    public OutfallsApi(Services services, Guard guard, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/outfalls", heavy.within(this::list));
        Reading.at(routes, "/api/v1/outfalls/map", heavy.within(this::map));
        Reading.at(routes, "/api/v1/outfalls/statistics", heavy.within(this::statistics));
        Reading.at(routes, "/api/v1/outfalls/readings", heavy.within(this::readings));
        Reading.at(routes, "/api/v1/outfalls/checks", heavy.within(this::checks));
        Reading.at(routes, "/api/v1/outfalls/{code}", heavy.within(this::archive));
        Reading.at(routes, "/api/v1/outfalls/{code}/readings", heavy.within(this::series));
    }

    private Outfalls outfalls() {
        return services.outfalls();
    }

    /** Lists and archives tell all that their layers hold and name what lies around: they are for who is shown both. */
    private void mustSee(Context context) {
        Caller caller = guard.caller(context);
        caller.mustSee(Visibility.INTERNAL);
        TOLD_WHOLE.stream()
                .flatMap(layer -> services.catalog().find(layer).stream())
                .forEach(layer -> caller.mustSee(layer.allShownTo()));
        NAMED.stream()
                .flatMap(layer -> services.catalog().find(layer).stream())
                .forEach(layer -> caller.mustSee(layer.shownTo()));
    }

    private void list(Context context) {
        mustSee(context);
        FigureOut.send(
                context,
                OutfallText.forms(
                        outfalls()
                                .lists()
                                .list(
                                        filter(context),
                                        OutfallPage.of(
                                                Parameters.text(context, "sort"),
                                                word(context, "after"),
                                                Parameters.whole(context, "offset", 0, Integer.MAX_VALUE)
                                                        .map(Long::intValue)
                                                        .orElse(0),
                                                Parameters.whole(context, "limit", 1, OutfallPage.MOST)
                                                        .map(Long::intValue)
                                                        .orElse(usualLimit(context)))),
                        services.catalog()));
    }

    private void map(Context context) {
        mustSee(context);
        Extent box = Parameters.bbox(context)
                .orElseThrow(() -> Refusal.invalid(
                        "missing-value",
                        "缺少参数 bbox：西,南,东,北（度）",
                        "The parameter bbox is missing: west,south,east,north in degrees"));
        int alone = Parameters.whole(context, "alone", 0, OutfallMap.MOST_ALONE)
                .map(Long::intValue)
                .orElse(OutfallMap.MOST_ALONE);
        Json.send(context, OutfallJson.tree(outfalls().lists().map(filter(context), box, alone)));
    }

    private static OutfallFilter filter(Context context) {
        return new OutfallFilter(
                word(context, "kind"),
                word(context, "class1"),
                word(context, "class2"),
                word(context, "town"),
                word(context, "bay"),
                word(context, "receiving"),
                word(context, "state"),
                Parameters.flag(context, "overdue"),
                Parameters.flag(context, "exceeding"),
                word(context, "text"));
    }

    private static int usualLimit(Context context) {
        String format = Parameters.text(context, "format").orElse("json");
        return IN_PARTS.contains(format) ? USUAL_LIMIT : Integer.MAX_VALUE;
    }

    private static String word(Context context, String name) {
        return Parameters.text(context, name).orElse("");
    }

    private void statistics(Context context) {
        FigureOut.send(
                context,
                OutfallFigureText.forms(
                        outfalls()
                                .figures()
                                .figure(new OutfallFigures.Question(
                                        OutfallFigures.by(
                                                Parameters.text(context, "by").orElse("kind")),
                                        Parameters.text(context, "kind"),
                                        Parameters.day(context, "on"))),
                        services.catalog()));
    }

    /** The sums are for everybody; which outfalls are above limits is not. */
    private void readings(Context context) {
        boolean listed = Parameters.whole(context, "limit", 0, OutfallReadings.MOST)
                .filter(limit -> limit > 0)
                .isPresent();
        if (listed) {
            mustSee(context);
        }
        FigureOut.send(
                context,
                ReadingText.forms(
                        outfalls()
                                .readings()
                                .figure(new OutfallReadings.Question(
                                        OutfallReadings.By.of(
                                                Parameters.text(context, "by").orElse("parameter")),
                                        Parameters.text(context, "parameter"),
                                        Parameters.day(context, "from"),
                                        Parameters.day(context, "to"),
                                        Parameters.whole(context, "limit", 0, OutfallReadings.MOST)
                                                .map(Long::intValue)
                                                .orElse(0))),
                        services.catalog()));
    }

    private void checks(Context context) {
        mustSee(context);
        FigureOut.send(
                context,
                PlaceText.forms(
                        outfalls()
                                .places()
                                .figure(new OutfallPlaces.Question(
                                        Parameters.text(context, "check"), Parameters.text(context, "kind"))),
                        services.catalog()));
    }

    private void archive(Context context) {
        mustSee(context);
        FigureOut.send(
                context, OutfallText.forms(outfalls().archives().of(context.pathParam("code")), services.catalog()));
    }

    private void series(Context context) {
        mustSee(context);
        FigureOut.send(
                context,
                ReadingText.forms(
                        outfalls()
                                .readings()
                                .series(
                                        context.pathParam("code"),
                                        Parameters.text(context, "parameter"),
                                        Parameters.day(context, "from"),
                                        Parameters.day(context, "to")),
                        services.catalog()));
    }
}
