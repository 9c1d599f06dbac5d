package org.anlan.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.format.geojson.DrawnShape;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;
import org.anlan.intake.ShapeInFile;
import org.anlan.zoning.ImpactQuestion;
import org.anlan.zoning.ImpactReport;
import org.anlan.zoning.ImpactText;
import org.anlan.zoning.ZoningRules;
import org.locationtech.jts.geom.Geometry;

/** {@code /api/v1/impact}: the impact check of a site; {@code …/shape}: the site in a file; {@code …/rules}: the rules that are asked. */
public final class ImpactApi {

    private final Services services;
    private final Views views;
    private final Heavy heavy;
    private final ImpactForm form;

    /** Serves the checks of these services, where there is room for them. */
    public ImpactApi(Services services, Views views, Heavy heavy) {
        this.services = services;
        this.views = views;
        this.heavy = heavy;
        this.form = new ImpactForm(services.intake());
    }

    /**
     * What is asked.
     *
     * @param geometry GeoJSON: geometry, feature or collection
     * @param project number of a project that is kept, in the place of a geometry
     * @param activity code of the activity
     * @param year survey year of the coast
     * @param rules id of a set of zoning rules
     * @param counting id of a counting rule set
     * @param revision state of all layers
     * @param day day whose rules are asked
     * @param nearM how near an outfall is told
     */
    record Body(
            JsonNode geometry,
            Optional<String> project,
            Optional<String> activity,
            Optional<Integer> year,
            Optional<String> rules,
            Optional<String> counting,
            OptionalLong revision,
            Optional<LocalDate> day,
            OptionalDouble nearM) {}

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        routes.post("/api/v1/impact", heavy.within(this::check));
        routes.post("/api/v1/impact/shape", heavy.within(this::shape));
        Reading.at(routes, "/api/v1/impact/rules", this::rules);
    }

    private void check(Context context) throws IOException {
        ImpactReport report =
                services.analyses().impact().report(question(context)).shownTo(views.of(context));
        FigureOut.send(
                context,
                ImpactText.forms(report, services.catalog(), services.analyses().backdrop()));
    }

    private ImpactQuestion question(Context context) throws IOException {
        if (context.isMultipartFormData()) {
            Geometry shape = form.shape(context, ImpactForm.OF_QUESTION).shape();
            return question(form.body(context), shape);
        }
        return question(services, Json.body(context, Body.class));
    }

    /** The question that a body asks; refused as the check says. */
    static ImpactQuestion question(Services services, Body body) {
        return question(body, footprint(services, body));
    }

    private static ImpactQuestion question(Body body, Geometry footprint) {
        double nearM = body.nearM() == null
                ? ImpactQuestion.USUAL_NEAR_M
                : body.nearM().orElse(ImpactQuestion.USUAL_NEAR_M);
        if (!(nearM >= 0 && nearM <= ImpactQuestion.MOST_NEAR_M)) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "nearM 应为 0 到 %.0f 的米数",
                    "nearM should be metres from 0 to %.0f",
                    ImpactQuestion.MOST_NEAR_M);
        }
        return new ImpactQuestion(
                footprint,
                given(body.activity()),
                given(body.year()),
                given(body.rules()),
                given(body.counting()),
                revision(body),
                given(body.day()).orElseGet(() -> LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")))),
                nearM);
    }

    private static OptionalLong revision(Body body) {
        return body.revision() == null ? OptionalLong.empty() : body.revision();
    }

    private static Geometry footprint(Services services, Body body) {
        boolean drawn = body.geometry() != null && !body.geometry().isNull();
        Optional<String> project = given(body.project());
        if (drawn == project.isPresent()) {
            throw Refusal.invalid(
                    "bad-geometry",
                    "请求应有 geometry（GeoJSON）或 project（项目编号），二者取一；文件用 multipart/form-data 的字段 file",
                    "The body should have either a geometry (GeoJSON) or a project (its number); a file comes as the field file of multipart/form-data");
        }
        return project.map(number -> services.analyses().impact().project(number, revision(body)))
                .orElseGet(() -> DrawnShape.read(body.geometry()));
    }

    /** What the body leaves out is null. */
    private static <T> Optional<T> given(Optional<T> member) {
        return member == null ? Optional.empty() : member;
    }

    /** The shape in a file, for who wants to look at it and ask about it more than once. */
    private void shape(Context context) throws IOException {
        ShapeInFile.Found found = form.shape(context, ImpactForm.OF_SHAPE);
        var answer = Json.mapper().createObjectNode();
        answer.set("geometry", GeoJsonGeometry.tree(found.shape()));
        answer.put("layer", found.layer()).put("features", found.features());
        answer.put("crs", found.crs().orElse(null));
        answer.set("crsReason", Json.mapper().valueToTree(found.crsReason()));
        Json.send(context, answer);
    }

    private void rules(Context context) {
        var answer = Json.mapper().createObjectNode();
        var activities = answer.putArray("activities");
        for (ZoningRules.Activity activity :
                services.analyses().impact().rules().activities()) {
            activities.add(Json.mapper().valueToTree(activity));
        }
        var sets = answer.putArray("ruleSets");
        for (ZoningRules set : services.analyses().impact().rules().all()) {
            sets.add(Json.mapper().valueToTree(set));
        }
        Json.send(context, answer);
    }
}
