package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.casework.Marker;
import org.anlan.casework.MarkerList;
import org.anlan.casework.MarkerText;
import org.anlan.casework.Markers;
import org.anlan.catalog.Visibility;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;

/** {@code /api/v1/markers}: boundary markers of protected areas, their state and their inspections. */
public final class MarkersApi {

    private static final String PATH = "/api/v1/markers";

    private final Services services;
    private final Guard guard;

    /** Serves the boundary markers of these services. */
    public MarkersApi(Services services, Guard guard) {
        this.services = services;
        this.guard = guard;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, PATH, this::list);
        Reading.at(routes, PATH + "/statistics", this::statistics);
        Reading.at(routes, PATH + "/{code}", this::one);
        routes.post(PATH + "/{code}/inspections", this::inspect);
    }

    private record Inspection(String state, LocalDate on, String remark, Long after) {}

    private Markers markers() {
        return services.fieldwork().markers();
    }

    private void mustSee(Context context) {
        Caller caller = guard.caller(context);
        caller.mustSee(Visibility.INTERNAL);
        caller.mustSee(services.catalog().layer("boundary-markers").allShownTo());
    }

    private void list(Context context) {
        mustSee(context);
        FigureOut.send(context, new MarkerText(markers()).forms(asked(context)));
    }

    private void statistics(Context context) {
        FigureOut.send(context, new MarkerText(markers()).statisticsForms(asked(context)));
    }

    private MarkerList asked(Context context) {
        Set<String> states = Parameters.text(context, "state").stream()
                .flatMap(words -> Arrays.stream(words.split(",", 10)))
                .map(markers()::state)
                .collect(Collectors.toSet());
        return markers()
                .list(new Markers.Question(
                        states,
                        Parameters.text(context, "area"),
                        Parameters.flag(context, "overdue").orElse(false),
                        Parameters.whole(context, "days", 1, Markers.MOST_OVERDUE_DAYS)
                                .map(Long::intValue)
                                .orElse(Markers.USUAL_OVERDUE_DAYS)));
    }

    private void one(Context context) {
        mustSee(context);
        Json.send(context, MarkerText.tree(markers().find(context.pathParam("code"))));
    }

    private void inspect(Context context) {
        Caller caller = guard.caller(context);
        caller.must(Right.KEEP_LEDGERS);
        Inspection body = Json.body(context, Inspection.class);
        Marker marker = markers()
                .inspect(
                        context.pathParam("code"),
                        new Markers.Entered(
                                body.state(),
                                Optional.ofNullable(body.on()),
                                body.remark(),
                                body.after() == null ? OptionalLong.empty() : OptionalLong.of(body.after())),
                        caller);
        Json.send(context.status(201), MarkerText.tree(marker));
    }
}
