package org.anlan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Severity;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceEncoding.Reason;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;
import org.anlan.format.shapefile.Bytes.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values, names and encodings of the .dbf. */
class TableTextTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    @Test
    void valuesComeAsTheirTypes() throws IOException {
        Layers.Content layer = read(
                0,
                List.of(
                        new Column("C", 'C', 8, 0),
                        new Column("N", 'N', 9, 0),
                        new Column("F", 'N', 12, 3),
                        new Column("G", 'F', 13, 11),
                        new Column("D", 'D', 8, 0),
                        new Column("L", 'L', 1, 0)),
                Bytes.row(GBK, "a b", "   -42", "   12.345", "1.50000e+002", "20240305", "T"),
                Bytes.row(GBK, "", "*********", "", "", "00000000", "?"),
                Bytes.row(GBK, " x\0junk", "7.", "-.5", "123456789.123", "        ", "n"));

        assertThat(layer.features().get(0).values())
                .containsExactly("a b", -42L, 12.345, 150.0, LocalDate.of(2024, 3, 5), true);
        assertThat(layer.features().get(1).values()).containsOnlyNulls();
        assertThat(layer.features().get(2).values()).containsExactly(" x", 7L, -0.5, 123456789.123, null, false);
        assertThat(layer.findings()).isEmpty();
    }

    @Test
    void valuesThatAreNoneOfTheirTypeAreSaid() throws IOException {
        Layers.Content layer = read(
                0,
                List.of(new Column("N", 'N', 9, 0), new Column("D", 'D', 8, 0), new Column("L", 'L', 1, 0)),
                Bytes.row(GBK, "12a", "20240230", "x"),
                Bytes.row(GBK, "1", "2024-3-5", "T"));

        assertThat(layer.features().get(0).values()).containsOnlyNulls();
        assertThat(layer.codes()).containsOnly("shapefile.bad-value").hasSize(3);
        assertThat(layer.findings().get(0).text().zh()).contains("字段“N”", "12a");
        assertThat(layer.findings().get(1).text().en()).startsWith("2 records");
    }

    @Test
    void numbersAreReadToTheLastBit() throws IOException {
        List<String> digits = List.of(
                "40368472.1598",
                "0.1",
                "118.70000000001",
                "9007199254740993",
                "123456789012345678.9",
                "1E-7",
                ".000001");
        for (String text : digits) {
            Layers.Content layer = read(0, List.of(new Column("N", 'N', 20, 3)), Bytes.row(GBK, text));
            assertThat(layer.features().get(0).values()).containsExactly(Double.valueOf(text));
        }
    }

    @Test
    void wideWholeNumbersAreNotCutToLongs() throws IOException {
        Layers.Content layer = read(
                0,
                List.of(new Column("W", 'N', 19, 0), new Column("L", 'N', 18, 0)),
                Bytes.row(GBK, "9999999999999999999", "999999999999999999"));

        assertThat(layer.features().get(0).values()).containsExactly(1e19, 999999999999999999L);
    }

    @Test
    void deletedRowsTakeTheirShapesWithThem() throws IOException {
        Layers.Content layer =
                read(0, List.of(new Column("N", 'N', 3, 0)), Bytes.row(GBK, "1"), new byte[0][], Bytes.row(GBK, "3"));

        assertThat(layer.features()).extracting(f -> f.record()).containsExactly(1, 3);
        assertThat(layer.features().get(1).geometry().orElseThrow().getCoordinate().x)
                .isEqualTo(3);
        assertThat(layer.codes()).containsExactly("shapefile.deleted-record");
    }

    @Test
    void memoTextIsLeftOutWithANote() throws IOException {
        Layers.Content layer =
                read(0, List.of(new Column("M", 'M', 10, 0), new Column("N", 'N', 3, 0)), Bytes.row(GBK, "1", "2"));

        assertThat(layer.source().fields()).containsExactly(new SourceField("N", SourceField.Type.INTEGER, 3, 0));
        assertThat(layer.features().get(0).values()).containsExactly(2L);
        assertThat(layer.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("shapefile.field-ignored");
            assertThat(f.severity()).isEqualTo(Severity.NOTE);
        });
    }

    @Test
    void halfACharacterAtTheEndOfANameOrTextIsDropped() throws IOException {
        byte[] name = Arrays.copyOf("岸线自然保有率".getBytes(GBK), 9);
        byte[] text = Arrays.copyOf("泉州湾海岸线".getBytes(GBK), 7);
        Layers.Content layer = read(0x4D, List.of(new Column(name, 'C', 7, 0)), new byte[][] {text});

        assertThat(layer.source().fields().get(0).name()).isEqualTo("岸线自然");
        assertThat(layer.features().get(0).values()).containsExactly("泉州湾");
        assertThat(layer.codes()).containsExactly("shapefile.clipped-text");
    }

    @ParameterizedTest
    @CsvSource({
        "GBK, GBK", "gbk, GBK", "CP936, GBK", "936, GBK", "ANSI 936, GBK", "OEM 936, GBK", "GB2312, GBK",
        "GB18030, GBK", "UTF-8, UTF-8", "utf8, UTF-8", "65001, UTF-8", "CP65001, UTF-8", "Big5, Big5", "950, Big5",
    })
    void theCpgIsUnderstood(String written, Charset charset) throws IOException {
        Files.writeString(folder.resolve("t.cpg"), written + "\r\n");
        Layers.Content layer = read(0, List.of(new Column("T", 'C', 30, 0)), Bytes.row(charset, "石湖港"));

        assertThat(layer.features().get(0).values()).containsExactly("石湖港");
        assertThat(layer.source().encoding().reason()).isEqualTo(Reason.DECLARED);
        assertThat(layer.findings()).isEmpty();
    }

    @Test
    void aCpgNobodyKnowsIsSaidAndTheEncodingFoundOtherwise() throws IOException {
        Files.writeString(folder.resolve("t.cpg"), "汉字编码");
        Layers.Content layer = read(0, List.of(new Column("T", 'C', 30, 0)), Bytes.row(GBK, "石湖港"));

        assertThat(layer.features().get(0).values()).containsExactly("石湖港");
        assertThat(layer.codes()).containsExactly("shapefile.cpg-unknown");
    }

    @Test
    void theLanguageByteIsBelievedBeforeTheTexts() throws IOException {
        assertThat(encoding(0x4D, "石湖港", GBK))
                .isEqualTo(new SourceEncoding(TextEncoding.GB18030, Reason.LANGUAGE_BYTE));
        assertThat(encoding(0x57, "石湖港", GBK)).isEqualTo(new SourceEncoding(TextEncoding.GB18030, Reason.ASSUMED));
        assertThat(encoding(0, "石湖港", StandardCharsets.UTF_8))
                .isEqualTo(new SourceEncoding(StandardCharsets.UTF_8, Reason.VALID_UTF8));
    }

    @Test
    void clippedUtf8IsStillKnownAsUtf8() throws IOException {
        byte[] text = Arrays.copyOf("石湖港".getBytes(StandardCharsets.UTF_8), 8);
        Layers.Content layer = read(0, List.of(new Column("T", 'C', 8, 0)), new byte[][] {text});

        assertThat(layer.source().encoding().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(layer.features().get(0).values()).containsExactly("石湖");
    }

    @Test
    void theUsersChoiceIsStrongestAndAWrongOneShows() throws IOException {
        Files.writeString(folder.resolve("t.cpg"), "GBK");
        write(0, List.of(new Column("T", 'C', 30, 0)), List.<byte[][]>of(Bytes.row(GBK, "石湖港")));
        OpenOptions utf8 = new OpenOptions(Optional.of(StandardCharsets.UTF_8), OpenOptions.Limits.DEFAULT);
        ShapefileParts parts = new ShapefileParts(
                folder.resolve("t.shp"),
                Optional.empty(),
                Optional.of(folder.resolve("t.dbf")),
                Optional.empty(),
                Optional.of(folder.resolve("t.cpg")));

        Layers.Content layer = Layers.read(Shapefile.open(parts, "t", utf8));
        assertThat(layer.source().encoding().reason()).isEqualTo(Reason.CHOSEN);
        assertThat(layer.codes()).contains("shapefile.undecodable-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷镕", "€", "〇", "镕基"})
    void rareCharactersOfGb18030AreRead(String text) throws IOException {
        Layers.Content layer = read(0x4D, List.of(new Column("T", 'C', 30, 0)), Bytes.row(TextEncoding.GB18030, text));

        assertThat(layer.features().get(0).values()).containsExactly(text);
    }

    @Test
    void repeatedFieldNamesAreToldApart() throws IOException {
        Layers.Content layer =
                read(0, List.of(new Column("BZ", 'C', 3, 0), new Column("BZ", 'C', 3, 0)), Bytes.row(GBK, "a", "b"));

        assertThat(layer.source().fields().stream().map(SourceField::name)).containsExactly("BZ", "BZ_2");
        assertThat(layer.codes()).containsExactly("shapefile.field-renamed");
    }

    @Test
    void columnsOfManyDifferentTextsAndOfFewAreReadAlike() throws IOException {
        byte[][][] rows = new byte[5000][][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Bytes.row(GBK, "编码" + i, i % 3 == 0 ? "自然岸线" : "人工岸线");
        }
        Layers.Content layer = read(0x4D, List.of(new Column("A", 'C', 20, 0), new Column("B", 'C', 20, 0)), rows);

        for (int i = 0; i < rows.length; i++) {
            assertThat(layer.features().get(i).values()).containsExactly("编码" + i, i % 3 == 0 ? "自然岸线" : "人工岸线");
        }
    }

    private SourceEncoding encoding(int language, String text, Charset charset) throws IOException {
        return read(language, List.of(new Column("T", 'C', 30, 0)), Bytes.row(charset, text))
                .source()
                .encoding();
    }

    private void write(int language, List<Column> columns, List<byte[][]> rows) throws IOException {
        byte[][] shapes = new byte[rows.size()][];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = Bytes.point(1, i + 1, 0);
        }
        Bytes.shp(folder.resolve("t.shp"), 1, List.of(shapes));
        Bytes.dbf(folder.resolve("t.dbf"), language, columns, rows);
    }

    private Layers.Content read(int language, List<Column> columns, byte[][]... rows) throws IOException {
        write(language, columns, List.of(rows));
        Layers.Content layer = Layers.read(ShapefileWriterTest.open(folder.resolve("t")));
        return new Layers.Content(
                layer.source(),
                layer.features(),
                layer.findings().stream()
                        .filter(f -> !f.code().equals("shapefile.shx-rebuilt"))
                        .toList());
    }
}
