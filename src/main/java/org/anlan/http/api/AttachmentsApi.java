package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.access.Caller;
import org.anlan.attachments.AttachmentFiles;
import org.anlan.attachments.AttachmentText;
import org.anlan.base.Refusal;
import org.anlan.catalog.Visibility;
import org.anlan.format.TemporaryFolder;
import org.anlan.http.Guard;
import org.anlan.http.HeardOut;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.store.Attachment;

/**
 * {@code /api/v1/attachments}: photos and documents of the ledgers. Originals are for who sees what is internal. Small pictures, and pictures without place, time and
 * camera, are for those to whom their ledger shows them: of outfalls, whoever is shown the layer of outfalls; of problem sites and markers, who sees what is internal. Nothing is
 * shown as a page.
 */
public final class AttachmentsApi {

    private static final String PATH = "/api/v1/attachments";
    private static final String SHUT = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final Services services;
    private final Guard guard;
    private final Heavy heavy;

    /** Serves the attachments of these services. */
    public AttachmentsApi(Services services, Guard guard, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, PATH + "/{id}", this::original);
        Reading.at(routes, PATH + "/{id}/public", this::publicCopy);
        Reading.at(routes, PATH + "/{id}/thumbnail", heavy.within(this::thumbnail));
        Reading.at(routes, PATH + "/{ledger}/{subject}", this::list);
        routes.post(PATH + "/{ledger}/{subject}", this::receive);
    }

    private AttachmentFiles files() {
        return services.fieldwork().attachments();
    }

    /** Who may not add is told before the file is read; they hear it also while they are still sending. */
    private void receive(Context context) throws Exception {
        Caller caller = guard.caller(context);
        try {
            files().mustAdd(context.pathParam("ledger"), caller);
        } catch (Refusal refusal) {
            HeardOut.of(context);
            throw refusal;
        }
        heavy.within(this::add).handle(context);
    }

    private void add(Context context) throws IOException {
        try (Received received = new UploadForm(AttachmentFiles.MOST_BYTES).file(context);
                TemporaryFolder folder = TemporaryFolder.make()) {
            Path file = folder.path().resolve("attachment");
            try (InputStream bytes = received.content()) {
                Files.copy(bytes, file);
            }
            AttachmentFiles.Added added = files().add(
                            context.pathParam("ledger"),
                            context.pathParam("subject"),
                            received.name(),
                            file,
                            guard.caller(context));
            context.status(added.fresh() ? 201 : 200)
                    .header("Location", PATH + "/" + added.attachment().id());
            Json.send(context, AttachmentText.tree(added.attachment()));
        }
    }

    private void list(Context context) {
        guard.caller(context).mustSee(Visibility.INTERNAL);
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode list = answer.putArray("attachments");
        files().of(context.pathParam("ledger"), context.pathParam("subject"))
                .forEach(one -> list.add(AttachmentText.tree(one)));
        Json.send(context, answer);
    }

    private Attachment asked(Context context) {
        return files().find(context.pathParam("id"));
    }

    /** The picture that is asked for, by somebody to whom pictures of its ledger are shown. */
    private Attachment picture(Context context) {
        Attachment attachment = asked(context);
        guard.caller(context).mustSee(files().shownTo(attachment));
        files().mustBePicture(attachment);
        return attachment;
    }

    private void original(Context context) throws IOException {
        guard.caller(context).mustSee(Visibility.INTERNAL);
        Attachment attachment = asked(context);
        describe(context, attachment, attachment.type());
        context.header("Cache-Control", "private, no-store");
        if (!context.method().equals(HandlerType.HEAD)) {
            files().original(attachment, context.outputStream());
        }
    }

    private void publicCopy(Context context) throws IOException {
        Attachment attachment = picture(context);
        if (Reading.isKnown(context, attachment.sha256() + "-public")) {
            return;
        }
        describe(context, attachment, attachment.type());
        if (!context.method().equals(HandlerType.HEAD)) {
            files().publicCopy(attachment, context.outputStream());
        }
    }

    private void thumbnail(Context context) {
        Attachment attachment = picture(context);
        int side = Parameters.whole(context, "size", AttachmentFiles.LEAST_SIDE, AttachmentFiles.MOST_SIDE)
                .map(Long::intValue)
                .orElse(AttachmentFiles.USUAL_SIDE);
        if (Reading.isKnown(context, attachment.sha256() + "-" + side)) {
            return;
        }
        byte[] small = files().thumbnail(attachment, side);
        describe(context, attachment, "image/jpeg");
        context.result(small);
    }

    /** Only pictures are shown; whatever is opened runs nothing and loads nothing. */
    private void describe(Context context, Attachment attachment, String type) {
        String shown = files().isPicture(attachment) ? "inline" : "attachment";
        context.contentType(type)
                .header("Content-Disposition", Disposition.of(shown, attachment.name()))
                .header("Content-Security-Policy", SHUT)
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
