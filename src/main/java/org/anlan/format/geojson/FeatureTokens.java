package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Leads a parser from feature to feature of a document, and notes the "crs" member wherever it stands. */
final class FeatureTokens implements Closeable {

    private final JsonParser parser;
    private final boolean single;
    private boolean begun;
    private boolean inFeatures;
    private Optional<String> crs = Optional.empty();

    /**
     * @param parser before the first token
     * @param single the document is one feature, not a collection
     */
    FeatureTokens(JsonParser parser, boolean single) {
        this.parser = parser;
        this.single = single;
    }

    /** Leads the parser to the first token of the next element of "features"; false at the end of the document. */
    boolean next() throws IOException {
        if (!begun) {
            begun = true;
            parser.nextToken();
            if (single) {
                return true;
            }
        } else if (single) {
            return false;
        }
        while (true) {
            JsonToken token = parser.nextToken();
            if (inFeatures) {
                if (token != JsonToken.END_ARRAY) {
                    return true;
                }
                inFeatures = false;
            } else if (token == JsonToken.FIELD_NAME) {
                member(parser.currentName());
            } else {
                return false;
            }
        }
    }

    private void member(String name) throws IOException {
        JsonToken value = parser.nextToken();
        if (name.equals("features") && value == JsonToken.START_ARRAY) {
            inFeatures = true;
        } else if (name.equals("crs")) {
            readCrs();
        } else {
            parser.skipChildren();
        }
    }

    /** Reads {@code {"type":"name","properties":{"name":"urn:…"}}}, the parser being at its first token. */
    void readCrs() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            crs = Optional.of(""); // until a name is met: a link is never followed, so what it names is not known
        }
        int depth = 0;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
                crs = Optional.of(parser.getText());
            }
            if (depth == 0) {
                return;
            }
        }
    }

    /** The name in the "crs" member, as far as it was met; "" when that has no name. */
    Optional<String> crs() {
        return crs;
    }

    JsonParser parser() {
        return parser;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
