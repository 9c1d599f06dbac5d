package org.anlan.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.UncheckedIOException;

/** Writes choices down as the store keeps them with an upload, and reads them back. */
final class ChoicesJson {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private ChoicesJson() {}

    static String write(Choices choices) {
        try {
            return JSON.writeValueAsString(choices);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Choices read(String json) {
        try {
            return JSON.readValue(json, Choices.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the store holds choices that cannot be read", e);
        }
    }
}
