package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** The two ways in which the log is written. */
class JsonLinesTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void anEventIsOneLineThatParsesWithItsTimeContextAndStack() throws IOException {
        LoggingEvent event = event(new IllegalStateException("two\nlines \"quoted\"", new IOException("岸线")));
        event.setMDCPropertyMap(Map.of("request", "a1b2"));
        String line = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("}\n");
        assertThat(line.lines()).hasSize(1);
        JsonNode parsed = new ObjectMapper().readTree(line);
        assertThat(parsed.path("time").asText()).isEqualTo("2026-02-03T04:05:06.070Z");
        assertThat(parsed.path("level").asText()).isEqualTo("WARN");
        assertThat(parsed.path("logger").asText()).isEqualTo("org.anlan.Some");
        assertThat(parsed.path("thread").asText()).isEqualTo("worker");
        assertThat(parsed.path("message").asText()).isEqualTo("upload x\ny of 3");
        assertThat(parsed.path("request").asText()).isEqualTo("a1b2");
        assertThat(parsed.path("stack").asText())
                .contains(
                        "java.lang.IllegalStateException: two\nlines \"quoted\"", "Caused by: java.io.IOException: 岸线");
    }

    @Test
    void theValuesThatAnEventBringsStandBesideItsMessage() throws IOException {
        LoggingEvent event = event(null);
        event.setMDCPropertyMap(Map.of());
        event.addKeyValuePair(new KeyValuePair("status", 404));
        event.addKeyValuePair(new KeyValuePair("path", "/x"));
        event.addKeyValuePair(new KeyValuePair("thread", "none"));
        JsonNode parsed = new ObjectMapper().readTree(new JsonLines().encode(event));
        assertThat(parsed.path("status").isInt()).isTrue();
        assertThat(parsed.path("path").asText()).isEqualTo("/x");
        assertThat(parsed.path("thread").asText()).isEqualTo("worker");
    }

    @Test
    void whatTheContextSaysDoesNotReplaceTheEventsOwnWords() throws IOException {
        LoggingEvent event = event(null);
        event.setMDCPropertyMap(Map.of("level", "NONE"));
        JsonNode parsed = new ObjectMapper().readTree(new JsonLines().encode(event));
        assertThat(parsed.path("level").asText()).isEqualTo("WARN");
        assertThat(parsed.has("stack")).isFalse();
    }

    @Test
    void aLineForPeopleNamesTheRequestWhereThereIsOne() throws Exception {
        JoranConfigurator reader = new JoranConfigurator();
        reader.setContext(context);
        reader.doConfigure(Path.of("src", "main", "resources", "logback.xml").toFile());
        ConsoleAppender<ILoggingEvent> appender =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("STDERR");
        assertThat(appender.getTarget()).isEqualTo("System.err");
        PatternLayoutEncoder encoder = (PatternLayoutEncoder) Objects.requireNonNull(appender.getEncoder());
        LoggingEvent event = event(null);
        event.setMDCPropertyMap(Map.of("request", "a1b2"));
        assertThat(new String(encoder.encode(event), StandardCharsets.UTF_8))
                .endsWith(" WARN  org.anlan.Some [a1b2] upload x\ny of 3" + System.lineSeparator());
        LoggingEvent plain = event(null);
        plain.setMDCPropertyMap(Map.of());
        assertThat(new String(encoder.encode(plain), StandardCharsets.UTF_8))
                .endsWith(" WARN  org.anlan.Some upload x\ny of 3" + System.lineSeparator());
    }

    private LoggingEvent event(Throwable thrown) {
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("org.anlan.Some"), Level.WARN, "upload {} of {}", thrown, new Object[] {"x\ny", 3
                });
        event.setInstant(Instant.parse("2026-02-03T04:05:06.070Z"));
        event.setThreadName("worker");
        return event;
    }
}
