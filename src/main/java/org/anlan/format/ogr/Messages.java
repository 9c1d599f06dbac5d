package org.anlan.format.ogr;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;

/** What GDAL had to say, for people: bounded, without control characters. */
final class Messages {

    private static final int LINES = 5;
    private static final int LINE = 200;

    private Messages() {}

    /** The first lines. */
    static String shown(String messages) {
        List<String> lines = messages.lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.length() > LINE ? line.substring(0, LINE) + "…" : line)
                .toList();
        return lines.isEmpty()
                ? "–"
                : String.join("; ", lines.subList(0, Math.min(LINES, lines.size())))
                        + (lines.size() > LINES ? " …" : "");
    }

    /** The finding for a file that was converted with such messages: an error when something may be missing. */
    static Optional<Finding> finding(String messages, String layer) {
        if (messages.isBlank()) {
            return Optional.empty();
        }
        boolean lost = messages.lines().anyMatch(line -> line.startsWith("ERROR"));
        return Optional.of(Finding.ofFile(
                "gdal.message",
                lost ? Severity.ERROR : Severity.WARNING,
                layer,
                Text.of(
                        "GDAL 转换文件时提示：%s；请核对要素是否齐全",
                        "GDAL said while converting the file: %s; see that no feature is missing", shown(messages))));
    }
}
