package org.anlan.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.config.JavalinConfig;
import io.javalin.config.Key;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.anlan.base.EnumWord;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;

/** The JSON of the API: our words (enums) in lower case with hyphens, times in ISO 8601, empty optionals left out. */
public final class Json {

    private static final Key<Integer> MOST_BODY_BYTES = new Key<>("most-body-bytes");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new Words())
            .addMixIn(LayerDefinition.class, LayerForReaders.class)
            .addMixIn(FieldDefinition.class, FieldForReaders.class)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** What only the intake needs stays out of the catalogue that clients read. */
    @JsonIgnoreProperties({"idFields", "checks", "handIns", "geometryRequired", "whole"})
    private interface LayerForReaders {}

    @JsonIgnoreProperties({"aliases"})
    private interface FieldForReaders {}

    /** Enums are our words, in both directions. */
    private static final class Words extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
            return Arrays.stream(values).map(Json::word).toArray(String[]::new);
        }
    }

    /** One of our words: lower case, hyphens. */
    public static String word(Enum<?> value) {
        return EnumWord.of(value);
    }

    /** The mapper, for trees. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Answers with a value as JSON. */
    public static void send(Context context, Object value) {
        send(context, value, "application/json; charset=utf-8");
    }

    /** Answers with JSON of a media type of its own. */
    public static void send(Context context, Object value, String type) {
        try {
            context.contentType(type).result(MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of ours cannot be written as JSON", e);
        }
    }

    /** Takes bodies of at most so many bytes. */
    static void register(JavalinConfig config, int mostBodyBytes) {
        config.http.maxRequestSize = mostBodyBytes;
        config.appData(MOST_BODY_BYTES, mostBodyBytes);
    }

    /** The request's body as it came; refused ({@code body-too-large}) over the limit, whether or not the client tells its length before. */
    public static byte[] bytes(Context context) {
        int most = context.appData(MOST_BODY_BYTES);
        try {
            if (context.req().getContentLengthLong() <= most) {
                byte[] body = context.req().getInputStream().readNBytes(most + 1);
                if (body.length <= most) {
                    return body;
                }
            }
            HeardOut.of(context);
            throw bodyTooLarge(context);
        } catch (IOException e) { // the client left
            throw new UncheckedIOException(e);
        }
    }

    /** The request's body as a value; refused ({@code bad-json}) with line, column and reason. */
    public static <T> T body(Context context, Class<T> type) {
        byte[] body = bytes(context);
        try {
            T value = MAPPER.readValue(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body, type);
            if (value == null) {
                throw Refusal.invalid("bad-json", "请求正文应为 JSON 对象", "The body should be a JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw badJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The refusal of a body over the limit. */
    static Refusal bodyTooLarge(Context context) {
        int megabytes = context.appData(MOST_BODY_BYTES) >> 20;
        return new Refusal(
                Refusal.Kind.TOO_LARGE,
                "body-too-large",
                Text.of("请求正文超过 %d MB 的上限", "The body is over the limit of %d MB", megabytes));
    }

    private static Refusal badJson(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? "?"
                : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
        Text why = why(e);
        return Refusal.invalid(
                "bad-json",
                "请求正文不是所要的 JSON（%1$s）：%2$s",
                "The body is not the JSON asked for (%1$s): %3$s",
                where,
                why.zh(),
                why.en());
    }

    /** In the words of the document, not of our classes. */
    private static Text why(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Text.of("没有属性“%s”；可用：%s", "there is no property \"%s\"; there are: %s", path(unknown), known);
        }
        if (e instanceof JsonMappingException wrong) {
            return Text.of("“%s”的值类型不对", "the value of \"%s\" is of the wrong type", path(wrong));
        }
        return Text.same(e.getOriginalMessage());
    }

    /** "parts[0].year"; "$" for the body as a whole. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "$" : path.toString();
    }
}
