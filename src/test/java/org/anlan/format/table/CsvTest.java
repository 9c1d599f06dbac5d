package org.anlan.format.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    @TempDir
    Path folder;

    @Test
    void aListInGbkWithChineseHeadingsIsRead() throws IOException {
        Layers.Content list = Layers.one(Path.of("data/shishi/intake/outfall-list-gbk.csv"));

        assertThat(list.source().format()).isEqualTo("csv");
        assertThat(list.source().name()).isEqualTo("outfall-list-gbk");
        assertThat(list.features()).hasSize(292);
        assertThat(list.source().count()).contains(292);
        assertThat(list.source().encoding().reason()).isEqualTo(SourceEncoding.Reason.ASSUMED);
        assertThat(list.source().fields()).allSatisfy(f -> assertThat(f.name()).doesNotContain("\uFFFD"));
        assertThat(list.findings()).isEmpty();
        assertThat(list.types()).containsOnly("Point");
    }

    @Test
    void readingsInUtf8HaveDatesAndNumbers() throws IOException {
        Layers.Content readings = Layers.one(Path.of("data/shishi/outfall-readings.csv"));

        assertThat(readings.source().encoding())
                .isEqualTo(new SourceEncoding(StandardCharsets.UTF_8, SourceEncoding.Reason.VALID_UTF8));
        assertThat(readings.features()).hasSize(1120);
        assertThat(readings.value(0, "sampled")).isEqualTo(LocalDate.of(2019, 2, 18));
        assertThat(readings.value(0, "quarter")).isEqualTo("2019Q1");
        assertThat(readings.value(0, "cod_mg_l")).isEqualTo(23.2);
    }

    @Test
    void codesWithALeadingZeroStayText() throws IOException {
        Layers.Content table = read("code,n,mixed,long\n0350,1,1,1234567890123456789\n3505,2,2.5,1\n");

        assertThat(types(table))
                .containsExactly(
                        SourceField.Type.TEXT,
                        SourceField.Type.INTEGER,
                        SourceField.Type.NUMBER,
                        SourceField.Type.TEXT);
        assertThat(table.features().get(0).values()).containsExactly("0350", 1L, 1.0, "1234567890123456789");
    }

    @Test
    void datesAreKnownInTheWaysOfficesWriteThem() throws IOException {
        Layers.Content table = read("d\n2024-3-5\n2024/03/05\n2024年3月5日\n");

        assertThat(table.features()).allSatisfy(f -> assertThat(f.values()).containsExactly(LocalDate.of(2024, 3, 5)));
        assertThat(types(read("d\n2024-02-30\n"))).containsExactly(SourceField.Type.TEXT);
    }

    @Test
    void semicolonsAndTabsAreFound() throws IOException {
        assertThat(read("a;b\n1,5;x\n2,5;y\n").features().get(0).values()).containsExactly("1,5", "x");
        assertThat(read("a\tb\n\"x\t1\"\ty\n").features().get(0).values()).containsExactly("x\t1", "y");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertThat(read("\uFEFF名称,b\n一,2\n").source().fields().get(0).name()).isEqualTo("名称");
        Path wide = folder.resolve("wide.csv");
        Files.write(wide, "\uFEFF名称\tb\n一\t2\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(Layers.one(wide).features().get(0).values()).containsExactly("一", 2L);
    }

    @Test
    void raggedRowsAreFindings() throws IOException {
        Layers.Content table = read("a,b\n1\n1,2,3\n1,2,,\n\n1,2\n");

        assertThat(table.features()).hasSize(4);
        assertThat(table.features().get(0).values()).containsExactly(1L, null);
        assertThat(table.codes()).containsExactly("csv.missing-cells", "csv.surplus-cells");
        assertThat(table.findings().get(1).record()).isEqualTo(2);
        assertThat(table.findings().get(1).severity()).isEqualTo(Severity.ERROR);
        assertThat(table.findings().get(1).text().zh()).contains("第 3 行");
    }

    @Test
    void repeatedAndBlankNamesAreToldApart() throws IOException {
        Layers.Content table = read("名称,,名称\n1,2,3\n");

        assertThat(table.source().fields().stream().map(SourceField::name)).containsExactly("名称", "column_2", "名称_2");
        assertThat(table.codes()).containsOnly("csv.column-renamed");
    }

    @Test
    void theChosenEncodingIsTaken() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "a\né\n".getBytes(StandardCharsets.ISO_8859_1));
        OpenOptions latin = new OpenOptions(Optional.of(StandardCharsets.ISO_8859_1), OpenOptions.Limits.DEFAULT);

        assertThat(Layers.of(file, latin).get(0).value(0, "a")).isEqualTo("é");
    }

    @Test
    void textThatDoesNotFitItsEncodingIsSaid() throws IOException {
        Path file = folder.resolve("wrong.csv");
        Files.write(file, "名称\n海岸线\n".getBytes(Charset.forName("GBK")));
        OpenOptions utf8 = new OpenOptions(Optional.of(StandardCharsets.UTF_8), OpenOptions.Limits.DEFAULT);

        assertThat(Layers.of(file, utf8).get(0).codes()).contains("csv.undecodable-text");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("a,b\n1,2\n\"3,4\n5,6\n")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("csv-broken");
            assertThat(refusal.text().zh()).contains("引号");
        });
        assertThatThrownBy(() -> read("a,b\n\"" + "x\n".repeat(3_000_000)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("csv-broken"));
    }

    @Test
    void aTableWithoutContentIsRefused() {
        assertThatThrownBy(() -> read("\n\n"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("csv-empty"));
    }

    private Layers.Content read(String text) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, text);
        return Layers.one(file);
    }

    private static List<SourceField.Type> types(Layers.Content table) {
        return table.source().fields().stream().map(SourceField::type).toList();
    }
}
