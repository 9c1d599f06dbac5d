package org.anlan.http.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.format.TemporaryFolder;
import org.anlan.http.HeardOut;
import org.anlan.http.Parameters;
import org.anlan.intake.Intake;
import org.anlan.intake.ShapeInFile;

/** The question of an impact check as a form, with the project's shape in a file; the file is gone when it has been read. */
final class ImpactForm {

    /** What a form may say of the shape. */
    static final Set<String> OF_SHAPE = new TreeSet<>(Set.of("crs", "feature", "layer"));

    /** What a form may say when it asks for the check. */
    static final Set<String> OF_QUESTION = new TreeSet<>(
            Set.of("activity", "counting", "crs", "day", "feature", "layer", "nearM", "revision", "rules", "year"));

    private final Intake intake;
    private final UploadForm form = new UploadForm(ShapeInFile.MOST_BYTES);

    ImpactForm(Intake intake) {
        this.intake = intake;
    }

    /** The shape in the field {@code file}, as {@code crs}, {@code layer} and {@code feature} say; no other fields than these may come with it. */
    ShapeInFile.Found shape(Context context, Set<String> fields) throws IOException {
        if (context.req().getContentLengthLong() < 0) {
            HeardOut.of(context);
            throw Refusal.invalid(
                    "length-unknown",
                    "请求没有 Content-Length；请在发送前说明表单的长度",
                    "The request has no Content-Length; tell the length of the form before sending it");
        }
        try (Received file = form.file(context);
                TemporaryFolder folder = TemporaryFolder.make();
                InputStream content = file.content()) {
            mustBeKnown(context, fields);
            Path kept = folder.path().resolve("shape");
            Files.copy(content, kept);
            OptionalInt feature = whole(context, "feature", 1, Integer.MAX_VALUE)
                    .map(number -> OptionalInt.of(number.intValue()))
                    .orElseGet(OptionalInt::empty);
            return ShapeInFile.read(
                    kept,
                    file.name(),
                    new ShapeInFile.Asked(text(context, "crs"), text(context, "layer"), feature),
                    intake.home());
        }
    }

    /** Everything but the shape. */
    ImpactApi.Body body(Context context) {
        return new ImpactApi.Body(
                null,
                Optional.empty(),
                text(context, "activity"),
                whole(context, "year", 1000, 9999).map(Long::intValue),
                text(context, "rules"),
                text(context, "counting"),
                whole(context, "revision", 1, Long.MAX_VALUE)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty),
                text(context, "day").map(ImpactForm::day),
                text(context, "nearM").map(ImpactForm::metres).orElseGet(OptionalDouble::empty));
    }

    private static void mustBeKnown(Context context, Set<String> fields) {
        Optional<String> unknown = Stream.concat(
                        context.formParamMap().keySet().stream(), context.uploadedFileMap().keySet().stream())
                .filter(name -> !fields.contains(name) && !name.equals("file"))
                .findFirst();
        if (unknown.isPresent()) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "表单没有字段“%s”；可用：file, %s",
                    "The form has no field \"%s\"; there are: file, %s",
                    unknown.get(),
                    String.join(", ", fields));
        }
    }

    private static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).filter(value -> !value.isBlank());
    }

    private static Optional<Long> whole(Context context, String name, long least, long most) {
        return Parameters.whole(name, text(context, name), least, most);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(
                    "bad-parameter", "day=%s 应为日期，例如 2025-06-01", "day=%s should be a date, such as 2025-06-01", text);
        }
    }

    private static OptionalDouble metres(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("bad-parameter", "nearM=%s 应为米数", "nearM=%s should be a number of metres", text);
        }
    }
}
