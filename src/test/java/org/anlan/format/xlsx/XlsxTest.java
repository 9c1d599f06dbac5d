package org.anlan.format.xlsx;

import static org.anlan.format.xlsx.Workbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anlan.base.Refusal;
import org.anlan.format.Gdal;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceField;
import org.anlan.format.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class XlsxTest {

    @TempDir
    Path folder;

    @Test
    void aListOfPointsIsALayerNamedLikeTheFile() throws IOException {
        Layers.Content list = one(new Workbook()
                .sheet(
                        "Sheet1",
                        row(1, "名称", "经度", "纬度") + row(2, "甲", "118.5", "24.7") + row(3, "乙", "118°30′36″", "24度45分")));

        assertThat(list.source().name()).isEqualTo("表");
        assertThat(list.source().format()).isEqualTo("xlsx");
        assertThat(list.source().count()).contains(2);
        assertThat(list.source().declaredCrs()).contains("EPSG:4490");
        assertThat(list.features().get(1).geometry().orElseThrow().getCoordinate())
                .isEqualTo(new Coordinate(118.51, 24.75));
        assertThat(list.value(1, "经度")).isEqualTo(118.51);
        assertThat(list.findings()).isEmpty();
    }

    @Test
    void cellsOfEveryKindAreRead() throws IOException {
        Layers.Content list = one(new Workbook()
                .strings("<si><t>名称</t></si><si><r><t>甲</t></r><r><rPr><b/></rPr><t xml:space='preserve'> 乙</t></r>"
                        + "<rPh sb='0' eb='1'><t>jia</t></rPh></si><si><t>a_x000D_b</t></si>")
                .styles("<numFmts><numFmt numFmtId='170' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/></cellXfs>")
                .sheet(
                        "S",
                        row(1, "a", "b", "c", "d", "e", "f", "g")
                                + "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' s='1'><v>45356</v></c>"
                                + "<c r='C2' s='2'><v>45356</v></c><c r='D2' t='b'><v>1</v></c>"
                                + "<c r='E2' t='str'><f>A1&amp;\"x\"</f><v>ax</v></c><c r='F2'><f>1+1</f><v>2</v></c>"
                                + "<c r='G2' t='s'><v>2</v></c></row>"));

        assertThat(list.features().get(0).values())
                .containsExactly("甲 乙", LocalDate.of(2024, 3, 5), LocalDate.of(2024, 3, 5), true, "ax", 2L, "a\rb");
        assertThat(list.findings()).isEmpty();
    }

    @Test
    void numbersKeptAsTextAreNumbersAndCodesStayText() throws IOException {
        Layers.Content list = one(new Workbook()
                .sheet(
                        "S",
                        row(1, "n", "code", "mixed")
                                + "<row r='2'><c r='A2' t='inlineStr'><is><t>12</t></is></c>"
                                + "<c r='B2' t='inlineStr'><is><t>0350</t></is></c><c r='C2'><v>350581102</v></c></row>"
                                + "<row r='3'><c r='A3'><v>3.5</v></c><c r='B3'><v>7</v></c>"
                                + "<c r='C3' t='inlineStr'><is><t>x</t></is></c></row>"));

        assertThat(list.features().get(0).values()).containsExactly(12.0, "0350", "350581102");
        assertThat(list.features().get(1).values()).containsExactly(3.5, "7", "x");
    }

    @Test
    void cellsWithoutAValueAreFindings() throws IOException {
        Layers.Content list = one(new Workbook()
                .strings("<si><t>x</t></si>")
                .sheet(
                        "S",
                        row(1, "a", "b", "c") + "<row r='2'><c r='A2' t='e'><v>#REF!</v></c><c r='B2'><f>1+1</f></c>"
                                + "<c r='C2' t='s'><v>99999999999</v></c></row>"));

        assertThat(list.features().get(0).values()).containsOnlyNulls();
        assertThat(list.codes()).containsExactly("xlsx.error-cell", "xlsx.formula-without-value", "xlsx.broken-text");
        assertThat(list.findings().get(0).text().zh()).contains("列“a”", "#REF!");
    }

    @Test
    void officeFormsAreUnderstood() throws IOException {
        Layers.Content list = one(
                new Workbook()
                        .sheet(
                                "Sheet1",
                                "<row r='1'/>" + row(2, "", "石狮市入海排污口一览表") + row(3, "", "填报单位：某局", "", "", "2024年")
                                        + row(5, "", "序号", "名称", "坐标", "", "长度")
                                        + row(6, "", "", "", "经度", "纬度")
                                        + row(7, "", "", "", "（度）", "（度）", "（米）")
                                        + row(8, "", "1", "甲", "118.5", "24.7", "12")
                                        + row(9, "", "2", "乙", "118.6", "24.8", "13")
                                        + "<row r='10'><c r='B10' s='1'/></row><row r='1048576'><c r='C1048576' s='3'/></row>"));

        assertThat(list.source().fields()).extracting(SourceField::name).containsExactly("序号", "名称", "经度", "纬度", "长度");
        assertThat(list.types()).containsExactly("Point", "Point");
        assertThat(list.codes()).containsExactly("table.header-row", "table.unit-row");
        assertThat(list.findings().get(0).text().zh()).contains("第 5 行");
    }

    @Test
    void everyShownSheetWithATableIsALayer() throws IOException {
        Workbook book = new Workbook()
                .sheet("入海排污口", row(1, "a", "b") + row(2, "1", "2"))
                .sheet("Sheet2", "")
                .sheet("填表说明", row(1, "一、") + row(2, "二、"))
                .sheet("旧数据", "hidden", row(1, "a", "b"))
                .sheet("更旧", "veryHidden", row(1, "a", "b"))
                .sheet("入河排污口", row(1, "a", "b") + row(2, "3", "4"));

        List<Layers.Content> layers = Layers.of(book.in(folder), OpenOptions.defaults());
        assertThat(layers).extracting(l -> l.source().name()).containsExactly("入海排污口", "入河排污口");
        assertThat(layers.get(0).codes()).containsExactly("xlsx.hidden-sheet", "xlsx.sheet-left-out");
        assertThat(layers.get(0).findings().get(0).text().zh()).contains("旧数据", "更旧");
        assertThat(layers.get(0).findings().get(1).text().zh()).contains("填表说明");
    }

    @Test
    void aWorkbookWithoutATableIsRefused() throws IOException {
        refused(new Workbook().sheet("a", "").bytes(), "a.xlsx", "xlsx-empty");
        assertThat(refused(new Workbook().sheet("a", "hidden", row(1, "x", "y")).bytes(), "a.xlsx", "xlsx-empty")
                        .text()
                        .zh())
                .contains("取消隐藏");
    }

    @ParameterizedTest
    @CsvSource({
        "45356, false, 2024-03-05",
        "1, false, 1900-01-01",
        "59, false, 1900-02-28",
        "60, false, 60.0",
        "61, false, 1900-03-01",
        "2958465, false, 9999-12-31",
        "2958466, false, 2958466.0",
        "-1, false, -1.0",
        "0, true, 1904-01-01",
        "43894, true, 2024-03-05",
        "45356.5, false, 2024-03-05 12:00:00",
        "45356.999999, false, 2024-03-06",
        "0.25, false, 06:00:00"
    })
    void daysAreCountedAsExcelDoes(double serial, boolean epoch1904, String expected) {
        assertThat(ExcelDate.read(serial, epoch1904)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy\\-mm\\-dd | true",
                "m/d/yy h:mm | true",
                "[$-804]yyyy\"年\"m\"月\"d\"日\";@ | true",
                "[h]:mm:ss | true",
                "General | false",
                "0.00 | false",
                "0.00\"days\" | false",
                "[Red]0.00 | false",
                "#,##0_ ;[Red]\\-#,##0\\ | false",
                "@ | false",
                "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_  | false"
            })
    void formatsOfDatesAreToldFromThoseOfNumbers(String code, boolean date) {
        assertThat(DateStyles.isDate(code)).isEqualTo(date);
    }

    @Test
    void aWorkbookIsKnownByItsContentWhateverItsName() throws IOException {
        byte[] book =
                new Workbook().sheet("S", row(1, "a", "b") + row(2, "1", "2")).bytes();
        for (String name : List.of("a.zip", "a.xls", "a.csv", "a")) {
            Path file = Files.write(folder.resolve(name), book);
            assertThat(Layers.one(file).source().format()).as(name).isEqualTo("xlsx");
        }
        byte[] zipped = Zips.of(Map.of("某/清单.xlsx", book));
        assertThat(Layers.one(Files.write(folder.resolve("b.zip"), zipped))
                        .source()
                        .name())
                .isEqualTo("清单");
    }

    @Test
    void oldAndLockedFilesAreToldToBeSavedAnew() throws IOException {
        byte[] old = compound("Workbook");
        assertThat(refused(old, "a.xls", "excel-old").text().zh()).contains("另存为", ".xlsx");
        assertThat(refused(compound("EncryptedPackage"), "a.xlsx", "excel-encrypted")
                        .text()
                        .zh())
                .contains("密码");
        refused(
                Zips.of(Map.of("[Content_Types].xml", new byte[1], "xl/workbook.bin", new byte[1])),
                "a.xlsb",
                "xlsx-binary");
        refused(Zips.of(Map.of("a.xlsx", old)), "a.zip", "excel-old");
    }

    private static byte[] compound(String entry) {
        byte[] file = new byte[2048];
        byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(head, 0, file, 0, head.length);
        file[30] = 9;
        file[48] = 1;
        byte[] name = entry.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 1024 + 128, name.length);
        return file;
    }

    @Test
    void whatGdalWritesIsRead() throws IOException, InterruptedException {
        Path csv = folder.resolve("in.csv");
        Files.writeString(csv, "名称,d,n,lon,lat\n甲,2024/03/05,1,118.5,24.7\n乙,2024/03/06,-2.5,118.6,24.8\n");
        Path xlsx = folder.resolve("g.xlsx");
        Gdal.ogr2ogr("-f", "XLSX", xlsx.toString(), csv.toString(), "-oo", "AUTODETECT_TYPE=YES");

        Layers.Content list = Layers.one(xlsx);
        assertThat(list.features().get(0).values()).containsExactly("甲", LocalDate.of(2024, 3, 5), 1.0, 118.5, 24.7);
        assertThat(list.value(1, "n")).isEqualTo(-2.5);
        assertThat(list.types()).containsOnly("Point");
    }

    private Layers.Content one(Workbook book) throws IOException {
        return Layers.one(book.in(folder));
    }

    private Refusal refused(byte[] bytes, String name, String code) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(() -> Layers.of(file, OpenOptions.defaults()))
                .isInstanceOfSatisfying(Refusal.class, thrown -> refusal[0] = thrown);
        assertThat(refusal[0].code()).isEqualTo(code);
        return refusal[0];
    }
}
