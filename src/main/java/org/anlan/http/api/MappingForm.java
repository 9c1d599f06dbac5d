package org.anlan.http.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.intake.Choices;
import org.anlan.intake.MappingDocument;

/** Mapping documents in requests: of all layers of a file, or of the one that the parameter {@code part} names. */
final class MappingForm {

    private MappingForm() {}

    /** The part of a document that is asked for. */
    static MappingDocument asked(Context context, MappingDocument whole) {
        return part(context, whole.parts().size())
                .map(index -> new MappingDocument(List.of(whole.parts().get(index))))
                .orElse(whole);
    }

    /** What a document chooses for layers of these names; with {@code part}, a document of one part is for that layer whatever its name. */
    static Choices choices(Context context, List<String> names) {
        MappingDocument document = MappingDocument.read(Json.bytes(context));
        return part(context, names.size())
                .map(index -> document.choicesFor(index, names.get(index)))
                .orElseGet(() -> document.choices(names));
    }

    private static Optional<Integer> part(Context context, int parts) {
        Optional<Integer> index =
                Parameters.whole(context, "part", 0, Integer.MAX_VALUE).map(Long::intValue);
        if (index.isPresent() && index.get() >= parts) {
            throw Refusal.notFound(
                    "unknown-part",
                    "文件没有第 %d 个图层（从 0 起，共 %d 个）",
                    "The file has no layer %d (counted from 0, there are %d)",
                    index.get(),
                    parts);
        }
        return index;
    }
}
