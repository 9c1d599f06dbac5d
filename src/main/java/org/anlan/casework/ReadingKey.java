package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.outfall.OutfallReading;

/**
 * Names a reading: a parameter, measured on a day at an outfall. A problem site is opened for each at most once.
 *
 * @param outfall code of the outfall
 * @param day the day it was sampled
 * @param parameter word of the parameter ("cod")
 */
public record ReadingKey(String outfall, LocalDate day, String parameter) {

    private static final Pattern WRITTEN = Pattern.compile("(.+)@(\\d{4}-\\d{2}-\\d{2})/([a-z0-9_]+)");

    static ReadingKey of(OutfallReading.Exceedance value) {
        return new ReadingKey(value.outfall(), value.sampled(), value.parameter());
    }

    /** The reading that a problem site comes from; empty when it comes from something else. */
    static Optional<ReadingKey> of(CaseSource source) {
        ObjectNode facts = source.facts();
        return source.kind() == CaseSource.Kind.EXCEEDANCE
                ? Optional.of(new ReadingKey(
                        facts.path("outfall").asText(),
                        LocalDate.parse(facts.path("day").asText()),
                        facts.path("parameter").asText()))
                : Optional.empty();
    }

    /** The reading of an id; empty when it is none. */
    static Optional<ReadingKey> parse(String id) {
        Matcher written = WRITTEN.matcher(id);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReadingKey(written.group(1), LocalDate.parse(written.group(2)), written.group(3)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Written as "FJ-350581-0033-GY-00@2024-08-18/cod". */
    String id() {
        return outfall + "@" + day + "/" + parameter;
    }
}
