package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.geojson.GeoJsonWriter;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.SurveyYears;

/** {@code /api/v1/layers/{id}/items}: the features of a layer as streamed GeoJSON, by rectangle, survey year and revision, paged by key. */
public final class ItemsApi {

    private static final int USUAL_LIMIT = 1_000;
    private static final int MOST = 10_000;

    private final Services services;
    private final Views views;

    /** Serves the features of these services' store. */
    public ItemsApi(Services services, Views views) {
        this.services = services;
        this.views = views;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/layers/{id}/items", this::items);
    }

    private void items(Context context) throws IOException {
        LayerDefinition layer = views.of(context).layer(context.pathParam("id"));
        Optional<Revision> revision = services.store().revisions().asked(layer.id(), Parameters.revision(context));
        FeatureQuery query = new FeatureQuery(
                layer,
                OptionalLong.of(revision.map(Revision::id).orElse(0L)),
                Parameters.bbox(context),
                SurveyYears.known(layer, revision, Parameters.year(context)),
                Parameters.whole(context, "after", 0, Long.MAX_VALUE).orElse(0L),
                Parameters.whole(context, "limit", 1, MOST).map(Long::intValue).orElse(USUAL_LIMIT));
        if (!Reading.isKnown(context, tag(query, revision))) {
            context.contentType("application/geo+json; charset=utf-8");
            stream(context, query);
        }
    }

    /** The same query of the same revision always has the same answer; the moment tells revisions of two stores apart that had one address. */
    private static String tag(FeatureQuery query, Optional<Revision> revision) {
        String asked = query.extent() + "|" + query.surveyYear() + "|" + query.afterFid() + "|" + query.limit() + "|"
                + revision.map(Revision::at);
        return query.layer().id() + "-r" + query.revision().getAsLong() + "-" + Integer.toHexString(asked.hashCode());
    }

    private void stream(Context context, FeatureQuery query) throws IOException {
        LayerDefinition layer = query.layer();
        List<String> names = new ArrayList<>(
                layer.fields().stream().map(FieldDefinition::name).toList());
        int fields = names.size();
        names.add("length_m");
        names.add("area_m2");
        OutputStream out = context.outputStream();
        GeoJsonWriter writer = new GeoJsonWriter(out, names);
        long[] last = {0, 0};
        writer.start("\"layer\":\"" + layer.id() + "\",\"revision\":"
                + query.revision().getAsLong());
        boolean more;
        try {
            more = services.features().read(query, row -> {
                write(writer, row, fields);
                last[0] = row.fid();
                last[1]++;
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        String next = more ? "{\"rel\":\"next\",\"href\":\"" + next(context, query, last[0]) + "\"}" : "";
        writer.end("\"numberReturned\":" + last[1] + ",\"links\":[" + next + "]");
        out.flush();
    }

    private static void write(GeoJsonWriter writer, Row row, int fields) {
        try {
            writer.feature(
                    row.id(),
                    row.wkb(),
                    i -> i < fields ? row.value(i) : i == fields ? (Double) row.lengthM() : (Double) row.areaM2());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same query behind the last feature, of the same revision, so that paging loses and doubles nothing while others commit. */
    private static String next(Context context, FeatureQuery query, long after) {
        StringBuilder href = new StringBuilder(
                context.path() + "?revision=" + query.revision().getAsLong());
        query.extent().ifPresent(e -> href.append("&bbox=")
                .append(e.west())
                .append(',')
                .append(e.south())
                .append(',')
                .append(e.east())
                .append(',')
                .append(e.north()));
        query.surveyYear().ifPresent(y -> href.append("&year=").append(y));
        href.append("&limit=").append(query.limit()).append("&after=").append(after);
        return href.toString();
    }
}
