package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.units.UnitKind;
import org.anlan.units.UnitText;
import org.anlan.units.Units;

/** {@code /api/v1/units}: bays, rivers and towns as units of responsibility, with their figures. */
public final class UnitsApi {

    private static final String PATH = "/api/v1/units";

    private final Services services;
    private final Guard guard;
    private final Heavy heavy;

    /** Serves the units of these services, where there is room for them. */
    public UnitsApi(Services services, Guard guard, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, PATH, heavy.within(this::list));
        Reading.at(routes, PATH + "/{kind}/{code}", heavy.within(this::one));
        routes.post(PATH + "/{kind}/{code}/office", this::enter);
    }

    private record Office(String office, String plan, LocalDate on, String remark, Long after) {}

    private Units units() {
        return services.fieldwork().units();
    }

    private static UnitKind kind(Context context) {
        return UnitKind.of(context.pathParam("kind"));
    }

    private void list(Context context) {
        FigureOut.send(
                context,
                UnitText.forms(units().list(
                                UnitKind.of(Parameters.text(context, "kind").orElse(UnitKind.BAY.word())))));
    }

    private void one(Context context) {
        FigureOut.send(context, UnitText.forms(units().page(kind(context), context.pathParam("code"))));
    }

    private void enter(Context context) {
        Caller caller = guard.caller(context);
        caller.must(Right.KEEP_LEDGERS);
        UnitKind kind = kind(context);
        Office body = Json.body(context, Office.class);
        Units.Entered entered = new Units.Entered(
                body.office(),
                body.plan(),
                Optional.ofNullable(body.on()),
                body.remark(),
                body.after() == null ? OptionalLong.empty() : OptionalLong.of(body.after()));
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode offices = answer.putArray("offices");
        units().enter(kind, context.pathParam("code"), entered, caller)
                .forEach(one -> UnitText.office(offices.addObject(), one));
        Json.send(context.status(201), answer);
    }
}
