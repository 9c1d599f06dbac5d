package org.anlan.frozen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Revision;

/** Tells the state a frozen layer holds from every other: another revision, another store in its place, another definition of the layer, another format. */
final class StateName {

    private static final int FORMAT = 1;

    private StateName() {}

    static String of(LayerDefinition layer, Catalog catalog, Revision revision) {
        StringBuilder definition = new StringBuilder(layer.toString());
        layer.fields().stream()
                .flatMap(field -> field.codeList().stream())
                .map(catalog::codeList)
                .forEach(definition::append);
        String hash =
                HexFormat.of().formatHex(sha256().digest(definition.toString().getBytes(StandardCharsets.UTF_8)));
        return FORMAT + " " + layer.id() + " " + revision.id() + " " + revision.at() + " " + hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
