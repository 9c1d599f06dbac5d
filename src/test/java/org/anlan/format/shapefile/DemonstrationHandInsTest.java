package org.anlan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.base.Finding;
import org.anlan.format.Gdal;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** The zips of the demonstration city, which are packed the way offices pack them. */
class DemonstrationHandInsTest {

    private static final Path FOLDER = Path.of("data/shishi/handins");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            AX2015 | AX2015=147
            AX2020 | AX2020=151
            AX2025 | AX2025=153
            HJGKDY | HJZHGKDY=15
            HWGLDY | HWGLDY=3
            JSXM   | HXXZ=3
            PWK    | RHEPWK=80,RHPWK=212
            SDQHYZ | HL=3,HSYZ=2,QHAD=3,SD=3
            STBHHX | 海洋生态保护红线=6,陆域生态保护红线=5
            XZQH   | XZQ_XIAN=1,XZQ_ZHEN=9
            ZRBHD  | JZ=56,ZRBHD=5
            """)
    void everyZipIsReadWhole(String zip, String expected) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Layers.Content layer : read(zip)) {
            counts.put(layer.source().name(), layer.features().size());
            assertThat(layer.source().count()).contains(layer.features().size());
            assertThat(layer.findings()).as(layer.source().name()).isEmpty();
            assertThat(layer.source().declaredCrs().orElseThrow()).contains("CGCS2000");
        }
        assertThat(counts.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(",")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"AX2020, AX2020", "XZQH, XZQ_ZHEN", "HJGKDY, HJZHGKDY", "SDQHYZ, HL", "PWK, RHPWK", "ZRBHD, ZRBHD"})
    void shapesAreThoseThatGdalReads(String zip, String layer) throws Exception {
        String csv = Gdal.ogr2ogr(
                "-f",
                "CSV",
                "/vsistdout/",
                "/vsizip/" + FOLDER.resolve(zip + ".zip") + "/" + layer + ".shp",
                "-lco",
                "GEOMETRY=AS_WKT");
        List<CSVRecord> gdal = CSVFormat.DEFAULT.parse(new StringReader(csv)).getRecords();
        Layers.Content ours = read(zip).stream()
                .filter(content -> content.source().name().equals(layer))
                .findFirst()
                .orElseThrow();

        assertThat(ours.features()).hasSize(gdal.size() - 1);
        for (int i = 0; i < ours.features().size(); i++) {
            Geometry theirs = new WKTReader().read(gdal.get(i + 1).get(0));
            Geometry shape = ours.features().get(i).geometry().orElseThrow();
            assertThat(shape.norm().equalsExact(theirs.norm(), 1e-6))
                    .as("record %d", i + 1)
                    .isTrue();
        }
    }

    @Test
    void chineseTextIsReadByTheCpg() throws IOException {
        Layers.Content coast = read("AX2020").get(0);

        assertThat(coast.source().encoding())
                .isEqualTo(new SourceEncoding(TextEncoding.GB18030, SourceEncoding.Reason.DECLARED));
        assertThat(coast.source().fields()).contains(new SourceField("DCNF", SourceField.Type.INTEGER, 4, 0));
        assertThat(coast.source().fields()).contains(new SourceField("CD", SourceField.Type.NUMBER, 12, 3));
        assertThat(coast.value(0, "DCNF")).isEqualTo(2020L);
        assertThat(texts(coast, "YJLX")).containsExactlyInAnyOrder("自然岸线", "人工岸线", "具有自然岸滩形态特征和生态功能的岸线");
    }

    @Test
    void chineseTextIsReadWithoutACpg() throws IOException {
        Layers.Content coast = read("AX2025").get(0);

        assertThat(coast.source().encoding())
                .isEqualTo(new SourceEncoding(TextEncoding.GB18030, SourceEncoding.Reason.ASSUMED));
        assertThat(coast.source().fields().stream().map(SourceField::name))
                .containsExactly(
                        "岸线编码", "调查年份", "是否大陆", "一级类", "二级类", "保护等级", "利用现状", "功能空间", "修复状态", "变化情况", "上期编码", "乡镇代码",
                        "乡镇名称", "所属海湾", "地名", "CD");
        assertThat(texts(coast, "一级类")).contains("自然岸线", "人工岸线");
    }

    private static List<String> texts(Layers.Content layer, String field) {
        return Stream.iterate(0, i -> i + 1)
                .limit(layer.features().size())
                .map(i -> (String) layer.value(i, field))
                .distinct()
                .toList();
    }

    private static List<Layers.Content> read(String zip) throws IOException {
        List<Layers.Content> contents = Layers.of(FOLDER.resolve(zip + ".zip"), OpenOptions.defaults());
        assertThat(contents)
                .allSatisfy(layer ->
                        assertThat(layer.findings().stream().map(Finding::text)).isEmpty());
        return contents;
    }
}
