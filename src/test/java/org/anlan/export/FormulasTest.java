package org.anlan.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.anlan.coast.By;
import org.anlan.coast.Retention;
import org.anlan.coast.forms.RetentionText;
import org.anlan.format.OutFormats;
import org.anlan.format.Zips;
import org.anlan.format.shapefile.ShapeKind;
import org.anlan.intake.CheckReport;
import org.anlan.intake.FindingsFile;
import org.anlan.intake.Progress;
import org.anlan.support.Installed;
import org.anlan.support.ShapeZip;
import org.anlan.support.Shishi;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that begin like a formula, handed in by somebody, are never computed by the spreadsheet of somebody else. */
class FormulasTest {

    private static final String FORMULA = "=HYPERLINK(\"x\",1)";
    private static final Pattern COMPUTED = Pattern.compile("[\\s\\uFEFF]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

    @TempDir
    Path folder;

    private Installed installed;

    @BeforeEach
    void takeFormulasIn() throws IOException {
        installed = Installed.fresh(folder.resolve("data"));
        ShapeZip bays = ShapeZip.like(Shishi.handIn("HWGLDY.zip"), ShapeKind.POLYGON);
        bays.set(0, "XZQMC", FORMULA);
        Shishi.take(installed.intake(), bays.in(folder));
        Shishi.take(installed.intake(), Shishi.handIn("AX2020.zip"));
    }

    @AfterEach
    void close() {
        installed.close();
    }

    @Test
    void inAnExportAsCsv() throws IOException {
        assertHarmless(new String(export("csv"), StandardCharsets.UTF_8));
    }

    @Test
    void inAnExportAsWorkbook() throws IOException {
        Path file = Files.write(folder.resolve("regions.xlsx"), export("xlsx"));
        String sheet = new String(Zips.entries(file).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        assertThat(sheet).contains(">=HYPERLINK(").doesNotContain("<f>", "<f ", "<f/");
    }

    @Test
    void inARetentionFigure() throws IOException {
        assertHarmless(RetentionText.csv(installed
                .retention()
                .figure(new Retention.Question(Optional.of(2020), By.BAY, Optional.empty(), OptionalLong.empty()))));
    }

    @Test
    void inFindings() throws IOException {
        ShapeZip coast = ShapeZip.coast(FORMULA.substring(0, 10))
                .segment(FORMULA, 2020, "自然岸线", "=1+1", "LINESTRING (118.70 24.70, 118.71 24.71)");
        CheckReport report = installed.intake().check(installed.receive(coast.in(folder)), Progress.SILENT);
        assertThat(report.findings()).isNotEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FindingsFile.write(report.findings(), OutFormats.byWord("csv").orElseThrow(), out);
        assertHarmless(out.toString(StandardCharsets.UTF_8));
    }

    private byte[] export(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(installed.catalog(), installed.store())
                .prepare(ExportRequest.of("regions", format))
                .write(out);
        return out.toByteArray();
    }

    /** The formula is there, and neither it nor any other cell is one; negative numbers are what they are. */
    private static void assertHarmless(String csv) throws IOException {
        List<String> cells = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv.replaceFirst("^\uFEFF", "")), CSVFormat.RFC4180)) {
            for (CSVRecord row : parser) {
                row.forEach(cells::add);
            }
        }
        assertThat(cells).anyMatch(cell -> cell.startsWith("'=HYPERLINK"));
        assertThat(cells)
                .noneMatch(cell -> COMPUTED.matcher(cell).matches()
                        && !NUMBER.matcher(cell).matches());
    }
}
