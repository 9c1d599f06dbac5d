package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.anlan.access.AuditTrail;
import org.anlan.base.Refusal;
import org.anlan.export.Export;
import org.anlan.export.ExportFile;
import org.anlan.export.ExportRequest;
import org.anlan.format.OutFormat;
import org.anlan.format.OutFormats;
import org.anlan.http.FilesTaken;
import org.anlan.http.Guard;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;
import org.anlan.store.AuditEntry;

/** {@code /api/v1/layers/{id}/export}: a layer as a file to take away, streamed. */
public final class ExportApi {

    private final Services services;
    private final AuditTrail trail;
    private final Guard guard;
    private final Views views;
    private final Heavy heavy;

    /** Serves exports from these services' store, where there is room for them; each is entered in the audit log. */
    public ExportApi(Services services, Guard guard, Views views, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.views = views;
        this.heavy = heavy;
        this.trail = services.access().trail();
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/layers/{id}/export", heavy.within(this::export));
    }

    private void export(Context context) throws IOException {
        ExportFile file = new Export(views.of(context), services.store())
                .prepare(new ExportRequest(
                        context.pathParam("id"),
                        Parameters.text(context, "format").orElseThrow(ExportApi::noFormat),
                        Parameters.revision(context),
                        Parameters.year(context),
                        Parameters.bbox(context),
                        Parameters.text(context, "crs"),
                        Parameters.text(context, "encoding")));
        if (Reading.isKnown(context, file.tag())) {
            return;
        }
        if (context.method().equals(HandlerType.HEAD)) {
            describe(context, file);
            return;
        }
        FilesTaken.isEntered(context);
        trail.note(
                guard.caller(context).actor(),
                AuditEntry.What.of("export", context.pathParam("id"), file.fileName() + " " + file.tag()));
        OutputStream out = new OnFirstByte(() -> {
            describe(context, file);
            return context.outputStream();
        });
        file.write(out);
        out.flush();
    }

    private static void describe(Context context, ExportFile file) {
        context.contentType(file.mediaType())
                .header("Content-Disposition", Disposition.of("attachment", file.fileName()));
    }

    private static Refusal noFormat() {
        return Refusal.invalid(
                "bad-parameter",
                "请用参数 format 指定导出格式：%s",
                "Name the format to export to by the parameter format: %s",
                OutFormats.all().stream().map(OutFormat::word).collect(Collectors.joining(", ")));
    }
}
