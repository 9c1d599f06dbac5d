package org.anlan.http.api;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.format.archive.LooseParts;
import org.anlan.http.HeardOut;

/**
 * The form that brings a file: {@code multipart/form-data} (RFC 7578) with the field {@code file}, several times for the loose parts of shapefiles, which
 * are packed into one zip.
 */
final class UploadForm {

    /** More than a form adds to the file that it carries. */
    private static final long FORM_BYTES = 1 << 20;

    private final long mostBytes;

    UploadForm(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * The file of the form. Refused: {@code no-file}, {@code bad-multipart}, {@code upload-too-large}, and what {@link LooseParts} refuses.
     */
    Received file(Context context) throws IOException {
        if (context.req().getContentLengthLong() > mostBytes + FORM_BYTES) {
            HeardOut.of(context);
            throw tooLarge();
        }
        List<UploadedFile> files;
        try {
            files = context.uploadedFiles("file");
        } catch (Exception e) { // whatever the parser of the form makes of it, checked ones too
            context.header("Connection", "close"); // where the next request would begin is not known
            throw isOverLimit(e) ? tooLarge() : bad();
        }
        if (files.isEmpty()) {
            throw Refusal.invalid(
                    "no-file",
                    "请求中没有文件：请用 multipart/form-data 的字段“file”上传",
                    "The request has no file: send it as the multipart/form-data field \"file\"");
        }
        if (files.stream().mapToLong(UploadedFile::size).sum() > mostBytes) {
            throw tooLarge();
        }
        UploadedFile first = files.get(0);
        if (files.size() == 1 && !LooseParts.isShapes(first.filename())) {
            return new Received(first.filename(), first::content, () -> {});
        }
        LooseParts packed = LooseParts.pack(files.stream()
                .map(file -> new LooseParts.Part(file.filename(), file::content))
                .toList());
        return new Received(packed.name(), () -> Files.newInputStream(packed.zip()), packed);
    }

    /** The parser tells it only by its words ("max file size exceeded", "max length exceeded"). */
    private static boolean isOverLimit(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException
                    && String.valueOf(cause.getMessage()).contains("exceeded")) {
                return true;
            }
        }
        return false;
    }

    private Refusal tooLarge() {
        return new Refusal(
                Refusal.Kind.TOO_LARGE,
                "upload-too-large",
                Text.of("文件超过 %d MB 的上限", "The file is over the limit of %d MB", mostBytes >> 20));
    }

    private static Refusal bad() {
        return Refusal.invalid(
                "bad-multipart",
                "请求不是完整的 multipart/form-data 表单，可能传输中断；请重新上传",
                "The request is no whole multipart/form-data form, perhaps it was cut off; upload the file again");
    }
}
