package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.casework.Case;
import org.anlan.casework.CaseProposalsText;
import org.anlan.casework.CaseText;
import org.anlan.casework.RevisionQuestion;
import org.anlan.catalog.Visibility;
import org.anlan.coast.By;
import org.anlan.coast.Change;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;

/**
 * {@code /api/v1/cases/proposals}, {@code …/change}, {@code …/proposals/revisions}, {@code …/revisions}: what comparisons of two surveys, and of two revisions of a layer, propose as
 * problem sites, and the opening of those that are chosen.
 */
public final class CaseComparisonsApi {

    private static final String PATH = "/api/v1/cases";
    private static final int CREATED = 201;

    private final Services services;
    private final Guard guard;
    private final Views views;
    private final Heavy heavy;

    /** Serves the comparisons of these services, where there is room for them. */
    public CaseComparisonsApi(Services services, Guard guard, Views views, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.views = views;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, PATH + "/proposals", heavy.within(this::ofSurveys));
        Reading.at(routes, PATH + "/proposals/revisions", heavy.within(this::ofRevisions));
        routes.post(PATH + "/change", heavy.within(this::openFromSurveys));
        routes.post(PATH + "/revisions", heavy.within(this::openFromRevisions));
    }

    private record FromSurveys(
            CasesApi.Draft site,
            Integer from,
            Integer to,
            String rules,
            Long revision,
            Double toleranceM,
            List<String> places) {

        Change.Question question() {
            if (from == null || to == null) {
                throw Refusal.invalid(
                        "missing-value", "应给出“from”“to”两个修测年度", "\"from\" and \"to\", two survey years, are needed");
            }
            return new Change.Question(
                    from,
                    to,
                    By.CITY,
                    Optional.ofNullable(rules),
                    revision == null ? OptionalLong.empty() : OptionalLong.of(revision),
                    Optional.ofNullable(toleranceM).orElse(Change.DEFAULT_TOLERANCE_M));
        }
    }

    private record FromRevisions(
            CasesApi.Draft site,
            String layer,
            Long from,
            Long to,
            Integer year,
            String rules,
            Double toleranceM,
            List<String> places) {

        RevisionQuestion question() {
            return RevisionQuestion.entered(
                    Optional.ofNullable(layer),
                    Optional.ofNullable(from),
                    Optional.ofNullable(to),
                    Optional.ofNullable(year),
                    Optional.ofNullable(rules),
                    Optional.ofNullable(toleranceM));
        }
    }

    private void ofSurveys(Context context) {
        guard.caller(context).mustSee(Visibility.INTERNAL);
        mustBeShownTheCoast(context);
        Json.send(
                context,
                CaseProposalsText.tree(
                        services.fieldwork().comparisons().proposals(ChangeApi.question(context, By.CITY))));
    }

    private void ofRevisions(Context context) {
        guard.caller(context).mustSee(Visibility.INTERNAL);
        RevisionQuestion question = RevisionQuestion.entered(
                Parameters.text(context, "layer"),
                Parameters.whole(context, "from", 1, Long.MAX_VALUE),
                Parameters.whole(context, "to", 1, Long.MAX_VALUE),
                Parameters.year(context),
                Parameters.text(context, "rules"),
                ChangeApi.tolerance(context));
        Json.send(
                context,
                services.fieldwork()
                        .revisions()
                        .proposals(views.of(context), question)
                        .tree());
    }

    private void openFromSurveys(Context context) {
        Caller caller = guard.must(context, Right.WORK_CASES);
        mustBeShownTheCoast(context);
        FromSurveys body = Json.body(context, FromSurveys.class);
        opened(
                context,
                services.fieldwork()
                        .comparisons()
                        .open(CasesApi.draft(body.site()), body.question(), chosen(body.places()), caller));
    }

    private void openFromRevisions(Context context) {
        Caller caller = guard.must(context, Right.WORK_CASES);
        FromRevisions body = Json.body(context, FromRevisions.class);
        opened(
                context,
                services.fieldwork()
                        .revisions()
                        .open(
                                CasesApi.draft(body.site()),
                                views.of(context),
                                body.question(),
                                chosen(body.places()),
                                caller));
    }

    private void mustBeShownTheCoast(Context context) {
        views.of(context).layer("coastline");
    }

    private static List<String> chosen(List<String> places) {
        return Optional.ofNullable(places).orElse(List.of());
    }

    private void opened(Context context, List<Case> opened) {
        opened(context, services, views, opened);
    }

    /** Answers with the problem sites that were opened. */
    static void opened(Context context, Services services, Views views, List<Case> opened) {
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode list = answer.putArray("cases");
        opened.forEach(one -> list.add(CaseText.tree(
                one.shownTo(views.of(context)), services.fieldwork().cases().today())));
        Json.send(context.status(CREATED), answer);
    }
}
