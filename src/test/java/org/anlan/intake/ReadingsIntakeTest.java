package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.anlan.base.ChinaTime;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.store.Actor;
import org.anlan.store.Upload;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.anlan.support.Rows;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hand-in of readings is looked at for. */
class ReadingsIntakeTest {

    private static final List<Path> KEPT = List.of(Shishi.handIn("PWK.zip"), Shishi.handIn("outfall-limits.csv"));
    private static final String PLANT = "FJ-350581-0014-SH-00";

    @TempDir
    Path folder;

    private Installed installed;

    @BeforeEach
    void open() throws IOException {
        installed = Installed.open(FilledStore.make(folder.resolve("data"), KEPT));
    }

    @AfterEach
    void close() {
        installed.close();
    }

    private Upload receive(String table) throws IOException {
        return installed
                .intake()
                .receive("排污口监测.csv", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Finding> check(String table) throws IOException {
        return installed.intake().check(receive(table), Progress.SILENT).findings();
    }

    @Test
    void theDemonstrationHasFourteenReadingsAboveTheirLimitsAndNothingElse() throws IOException {
        CheckReport report =
                installed.intake().check(installed.receive(Shishi.handIn("outfall-readings.csv")), Progress.SILENT);
        assertThat(report.findings())
                .hasSize(Shishi.checks().at("/readings/exceedances").size())
                .allSatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("reading.over-limit");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "FJ-350581-9999-SH-00, 2025-01-15, 20, value.unknown-feature",
        "FJ-350581-0014-SH-00, TOMORROW, 20, date.future",
        "FJ-350581-0014-SH-00, 2025-01-15, -1, field.range",
        "FJ-350581-0014-SH-00, 2025-01-15, 2000000, field.range"
    })
    void whatCannotBeBlocksTheHandIn(String outfall, String day, String cod, String code) throws IOException {
        String sampled = day.equals("TOMORROW") ? ChinaTime.today().plusDays(1).toString() : day;
        String table = "排污口编码,采样日期,COD\n" + PLANT + ",2024-11-20,20\n" + outfall + "," + sampled + "," + cod + "\n";
        CheckReport report = installed.intake().check(receive(table), Progress.SILENT);
        assertThat(report.blocked()).isTrue();
        assertThat(report.findings())
                .filteredOn(one -> one.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.code()).isEqualTo(code);
                    assertThat(one.record()).isEqualTo(2);
                });
        assertThat(installed.store().revisions().newest("outfall-readings")).isEmpty();
    }

    @Test
    void aColumnInAnotherUnitIsConvertedAndTold() throws IOException {
        String table = "排污口编码,采样日期,COD（μg/L）,tp_ug_l,流量（m3/h）,氨氮（mg/L）\n" + PLANT + ",2025-01-15,61000,200,10,2\n";
        Upload upload = receive(table);
        List<Finding> findings =
                installed.intake().check(upload, Progress.SILENT).findings();
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("unit.converted", "unit.converted", "unit.converted", "reading.over-limit");
        installed.intake().commit(upload, Actor.SYSTEM, "", Progress.SILENT);
        var layer = installed.catalog().layer("outfall-readings");
        assertThat(Rows.current(installed.store(), layer)).singleElement().satisfies(row -> {
            assertThat(row.values().get(layer.indexOf("cod_mg_l"))).isEqualTo(61.0);
            assertThat((double) row.values().get(layer.indexOf("tp_mg_l"))).isEqualTo(0.2);
            assertThat(row.values().get(layer.indexOf("flow_m3_d"))).isEqualTo(240.0);
            assertThat(row.values().get(layer.indexOf("nh3n_mg_l"))).isEqualTo(2.0);
        });
    }

    @ParameterizedTest
    @CsvSource({"COD（mg/kg）", "COD（m3/d）"})
    void aUnitThatCannotBeConvertedIsRefusedWithWhatToDo(String heading) throws IOException {
        assertThat(check("排污口编码,采样日期," + heading + "\n" + PLANT + ",2025-01-15,10\n"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("unit.differs");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.text().en()).contains("mg/L");
                });
    }

    @Test
    void aQuarterThatIsLeftOutIsToldAlsoAgainstWhatIsKeptAlready() throws IOException {
        String first = "排污口编码,采样日期,COD\n" + PLANT + ",2024-02-01,10\n" + PLANT + ",2024-05-01,10\n";
        assertThat(check(first)).isEmpty();
        installed.intake().commit(receive(first), Actor.SYSTEM, "", Progress.SILENT);
        assertThat(check("排污口编码,采样日期,COD\n" + PLANT + ",2024-08-01,10\n")).isEmpty();
        assertThat(check("排污口编码,采样日期,COD\n" + PLANT + ",2025-02-01,10\n"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("reading.gap");
                    assertThat(finding.featureId()).contains(PLANT);
                    assertThat(finding.text().en()).contains("2024Q3, 2024Q4");
                });
    }
}
