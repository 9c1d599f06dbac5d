package org.anlan.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.cli.config.Effective;

/** The settings as {@code anlan config} prints them. */
final class ConfigReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfigReport() {}

    static void text(PrintStream out, List<Effective> settings) {
        for (Effective setting : settings) {
            out.printf(
                    "%-18s = %-24s # %s%n",
                    setting.key(),
                    setting.shown().orElse(""),
                    setting.origin().text().both());
        }
    }

    static ObjectNode json(List<Effective> settings, Optional<Path> file) {
        ObjectNode tree = JSON.createObjectNode();
        file.ifPresent(path -> tree.put("file", path.toString()));
        ObjectNode values = tree.putObject("settings");
        for (Effective setting : settings) {
            values.putObject(setting.key())
                    .put("value", setting.shown().orElse(null))
                    .put("from", EnumWord.of(setting.origin().kind()))
                    .put("where", setting.origin().where());
        }
        return tree;
    }
}
