package org.anlan.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.anlan.format.xlsx.Workbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.OpenOptions.Limits;
import org.anlan.format.Zips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as no Excel writes them: each is turned down with a word for it, or read without harm, and leaves nothing behind. */
class HostileXlsxTest {

    @TempDir
    Path folder;

    private long unpackedBefore;

    @BeforeEach
    void countUnpacked() throws IOException {
        unpackedBefore = unpacked();
    }

    @AfterEach
    void nothingIsLeftUnpacked() throws IOException {
        assertThat(unpacked()).isEqualTo(unpackedBefore);
    }

    @Test
    void entitiesAreNotReadNeitherInsideNorOutside() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        for (String dtd : new String[] {
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
            "<!DOCTYPE x [<!ENTITY b SYSTEM '" + secret.toUri() + "'>]>",
            "<!DOCTYPE x SYSTEM '" + secret.toUri() + "'>"
        }) {
            refused(
                    new Workbook()
                            .rawSheet(
                                    "S",
                                    "",
                                    dtd + "<worksheet><sheetData>" + row(1, "a", "&b;") + "</sheetData></worksheet>"),
                    "xlsx-broken");
            refused(
                    new Workbook()
                            .sheet("S", row(1, "a", "b"))
                            .part("xl/workbook.xml", dtd + "<workbook><sheets/></workbook>"),
                    "xlsx-broken");
        }
        refused(new Workbook().sheet("S", row(1, "a", "&undeclared;")), "xlsx-broken");
    }

    @Test
    void aBombIsRefusedByWhatItUnpacksTo() throws IOException {
        byte[] zeros = new byte[16 << 20];
        refused(new Workbook().sheet("S", row(1, "a", "b")).part("xl/bomb.xml", zeros), "zip-too-large");
        byte[] book =
                new Workbook().sheet("S", row(1, "a", "b") + row(2, "1", "2")).bytes();
        Limits small = new Limits(100, 400, 200);
        assertThat(refused(book, new OpenOptions(Optional.empty(), small)).code())
                .isEqualTo("zip-too-large");
    }

    @Test
    void manyWorkbooksInOneZipMayCostNoMoreThanOne() throws IOException {
        byte[] book = new Workbook()
                .sheet("S", row(1, "a", "b") + row(2, "1", "2"))
                .part("xl/more.xml", " ".repeat(60_000).getBytes(UTF_8))
                .bytes();
        byte[] zip = Zips.of(Map.of("1.xlsx", book, "2.xlsx", book, "3.xlsx", book));
        Path file = Files.write(folder.resolve("many.zip"), zip);

        assertThat(Layers.of(file, new OpenOptions(Optional.empty(), new Limits(100, 250_000, 200))))
                .hasSize(3);
        assertThat(refused(zip, new OpenOptions(Optional.empty(), new Limits(100, 150_000, 200)))
                        .code())
                .isEqualTo("zip-too-large");
    }

    @Test
    void whatASheetSaysOfItsExtentIsNotBelieved() throws IOException {
        Layers.Content list = Layers.one(new Workbook()
                .rawSheet(
                        "S",
                        "",
                        "<worksheet><dimension ref='A1:XFD1048576'/><sheetData>" + row(1, "a", "b") + row(2, "1", "2")
                                + "</sheetData></worksheet>")
                .strings("<si><t>x</t></si>")
                .in(folder));
        assertThat(list.features()).hasSize(1);
    }

    @Test
    void cellsBeyondWhereASheetEndsAreNotFollowed() throws IOException {
        Layers.Content list = Layers.one(new Workbook()
                .sheet(
                        "S",
                        row(1, "a", "b") + "<row r='2'><c r='A2'><v>1</v></c><c r='XFD2'><v>2</v></c>"
                                + "<c r='ZZZZZZZZ2'><v>3</v></c><c r='XFE2'><v>4</v></c></row>")
                .in(folder));
        assertThat(list.value(0, "a")).isEqualTo(1L);
        assertThat(list.codes()).containsExactly("xlsx.surplus-cells");

        refused(new Workbook().sheet("S", row(1, "a", "b") + row(1_048_577, "1", "2")), "xlsx-broken");
        refused(new Workbook().sheet("S", "<row>" + "<c><v>x</v></c>".repeat(3_000) + "</row>"), "xlsx-broken");
    }

    @Test
    void oneTextInEveryCellDoesNotFillTheMemory() throws IOException {
        String text = "x".repeat(30_000);
        String cells = "<c t='s'><v>0</v></c>".repeat(16_000);
        refused(
                new Workbook().strings("<si><t>" + text + "</t></si>").sheet("S", "<row>" + cells + "</row>"),
                "xlsx-broken");
    }

    @Test
    void deepAndEndlessXmlIsRefused() throws IOException {
        broken(new Workbook().sheet("S", "<a>".repeat(100_000)));
        broken(new Workbook().sheet("S", "<row><c><is><t>" + "<b>".repeat(100_000)));
        broken(new Workbook().sheet("S", "<row><c r='" + "A".repeat(1 << 20) + "'/></row>"));
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        broken(new Workbook().sheet("S", names.toString()));
        broken(new Workbook()
                .sheet("S", "<row><c t='inlineStr'><is><t>" + "x".repeat(5_000_000) + "</t></is></c></row>"));
    }

    @Test
    void pathsOutsideTheWorkbookLeadNowhere() throws IOException {
        Files.writeString(folder.resolve("sheet.xml"), "<worksheet/>");
        Workbook book = new Workbook()
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='a'/></sheets></workbook>")
                .relation("a", "worksheet", "../../../sheet.xml");
        refused(book, "xlsx-empty");
        refused(new Workbook().sheet("S", row(1, "a", "b")).part("../x.xml", "<a/>"), "zip-bad-path");
    }

    @Test
    void aWorkbookWithoutItsPartsIsRefused() throws IOException {
        refused(
                new Workbook()
                        .part("xl/x.xml", "<a/>")
                        .part("xl/workbook.xml", "")
                        .bytes(),
                "xlsx-broken");
        refused(Zips.of(Map.of("[Content_Types].xml", new byte[0], "xl/a.xml", new byte[0])), "xlsx-broken");
    }

    @Test
    void mutatedWorkbooksAreReadOrRefused() throws IOException {
        Random random = new Random(20_240_305);
        byte[] sheet = ("<worksheet><sheetData>" + row(1, "名称", "经度", "纬度") + row(2, "甲", "118.5", "24.7")
                        + "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' s='1'><v>45356</v></c></row></sheetData></worksheet>")
                .getBytes(UTF_8);
        for (int round = 0; round < 400; round++) {
            byte[] damaged = sheet.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Workbook book = new Workbook()
                    .rawSheet("S", "", "")
                    .strings("<si><t>x</t></si>")
                    .part("xl/worksheets/sheet1.xml", damaged);
            readOrRefused(book.bytes());
        }
    }

    @Test
    void mutatedBytesOfTheFileAreReadOrRefused() throws IOException {
        Random random = new Random(7);
        byte[] book = new Workbook()
                .strings("<si><t>x</t></si>")
                .styles("<cellXfs><xf numFmtId='14'/></cellXfs>")
                .sheet("S", row(1, "a", "b") + row(2, "1", "2"))
                .bytes();
        for (int round = 0; round < 400; round++) {
            byte[] damaged = book.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            readOrRefused(damaged);
        }
    }

    private void broken(Workbook book) throws IOException {
        OpenOptions anyRatio = new OpenOptions(Optional.empty(), new Limits(100, 1 << 30, 1 << 30));
        assertThat(refused(book.bytes(), anyRatio).code()).isEqualTo("xlsx-broken");
    }

    private void readOrRefused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("m.xlsx"), bytes);
        try {
            assertThat(Layers.of(file, OpenOptions.defaults())).isNotEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isNotEmpty();
        }
    }

    private void refused(Workbook book, String code) throws IOException {
        refused(book.bytes(), code);
    }

    private void refused(byte[] bytes, String code) throws IOException {
        assertThat(refused(bytes, OpenOptions.defaults()).code()).isEqualTo(code);
    }

    private Refusal refused(byte[] bytes, OpenOptions options) throws IOException {
        Path file = Files.write(folder.resolve("h.xlsx"), bytes);
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(() -> Layers.of(file, options))
                .isInstanceOfSatisfying(Refusal.class, thrown -> refusal[0] = thrown);
        return refusal[0];
    }

    private static long unpacked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith(
                                    "anlan-handin-" + ProcessHandle.current().pid() + "-"))
                    .count();
        }
    }
}
