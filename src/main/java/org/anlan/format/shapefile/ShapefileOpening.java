package org.anlan.format.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceEncoding.Reason;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;
import org.anlan.format.Utf8;

/**
 * What opening a shapefile finds out.
 *
 * @param header of the .shp; empty when that is no shapefile
 * @param indexed whether the .shx is used
 * @param dbf header of the .dbf; empty when that is missing or broken
 * @param encoding of the texts
 * @param fields the readable fields
 * @param count records, where the file tells
 * @param prj text of the .prj
 * @param findings what was found
 */
record ShapefileOpening(
        Optional<ShpHeader> header,
        boolean indexed,
        Optional<DbfHeader> dbf,
        SourceEncoding encoding,
        List<SourceField> fields,
        Optional<Integer> count,
        Optional<String> prj,
        List<Finding> findings) {

    private static final int LONGEST_TEXT_FILE = 1 << 16;

    static ShapefileOpening of(ShapefileParts parts, String name, OpenOptions options) throws IOException {
        FindingList findings = new FindingList(name);
        Optional<ShpHeader> header;
        boolean indexed;
        try (FileWindow shp = new FileWindow(parts.shp())) {
            header = ShpHeader.read(shp);
            indexed = header.isPresent() && indexed(parts, shp, header.get(), findings);
        }
        if (header.isEmpty()) {
            findings.file(
                    "shapefile.bad-header",
                    Severity.ERROR,
                    Text.of(
                            "%s.shp 不是有效的 shapefile（文件头损坏或为空），图层未读取，请重新导出",
                            "%s.shp is no shapefile (its header is damaged or missing); the layer was not read, export it again",
                            name));
        }
        Optional<Charset> declared = declaredCharset(parts.cpg(), name, findings);
        Table table = parts.dbf().isPresent()
                ? table(parts.dbf().get(), name, options, declared, findings)
                : Table.missing(name, options, declared, findings);
        Optional<Integer> count = header.isEmpty()
                ? Optional.of(0)
                : indexed ? Optional.of(entries(parts.shx().orElseThrow())) : table.header.map(DbfHeader::presentRows);
        Optional<String> prj = parts.prj().isPresent() ? text(parts.prj().get()) : Optional.empty();
        return new ShapefileOpening(
                header, indexed, table.header, table.encoding, table.fields, count, prj, findings.list());
    }

    private static boolean indexed(ShapefileParts parts, FileWindow shp, ShpHeader header, FindingList findings)
            throws IOException {
        if (parts.shx().isEmpty()) {
            findings.file(
                    "shapefile.shx-rebuilt",
                    Severity.WARNING,
                    new Text(
                            "缺少 .shx 索引文件，已按 .shp 中的顺序重建",
                            "the .shx index is missing; it was rebuilt from the order of the .shp"));
            return false;
        }
        if (!new IndexCheck(shp, header).believes(parts.shx().get())) {
            findings.file(
                    "shapefile.shx-rebuilt",
                    Severity.WARNING,
                    new Text(
                            ".shx 索引文件已损坏或与 .shp 不符，已按 .shp 中的顺序重建",
                            "the .shx index is damaged or does not fit the .shp; it was rebuilt from the order of the .shp"));
            return false;
        }
        return true;
    }

    private static int entries(Path shx) throws IOException {
        return (int) Math.min((Files.size(shx) - ShpHeader.BYTES) / IndexedWalk.ENTRY, Integer.MAX_VALUE);
    }

    static Optional<Charset> declaredCharset(Optional<Path> file, String name, FindingList findings)
            throws IOException {
        Optional<String> cpg = file.isPresent() ? text(file.get()) : Optional.empty();
        Optional<Charset> known = cpg.flatMap(CodePages::named);
        if (cpg.isPresent() && known.isEmpty()) {
            findings.file(
                    "shapefile.cpg-unknown",
                    Severity.WARNING,
                    Text.of(
                            "%s.cpg 中的编码名“%s”无法识别，已另行判断编码，请核对文字",
                            "%s.cpg names the encoding “%s”, which is not known; the encoding was found otherwise, check the texts",
                            name,
                            cpg.get().substring(0, Math.min(40, cpg.get().length()))));
        }
        return known;
    }

    static Table table(Path dbf, String name, OpenOptions options, Optional<Charset> declared, FindingList findings)
            throws IOException {
        try (FileWindow file = new FileWindow(dbf)) {
            Optional<DbfHeader> read = DbfHeader.read(file);
            if (read.isEmpty()) {
                findings.file(
                        "shapefile.dbf-broken",
                        Severity.ERROR,
                        Text.of(
                                "%s.dbf 的文件头损坏，属性未读取，请重新导出",
                                "the header of %s.dbf is damaged; no attributes were read, export it again", name));
                return Table.without(options, declared);
            }
            DbfHeader header = read.get();
            header.flaw().ifPresent(flaw -> findings.file("shapefile.dbf-fields", Severity.ERROR, flaw));
            if (header.declaredRows() > header.presentRows()) {
                findings.file(
                        "shapefile.dbf-truncated",
                        Severity.ERROR,
                        Text.of(
                                "%s.dbf 声明有 %d 行，文件中只有 %d 行，其余已丢失，请重新导出",
                                "%s.dbf claims %d rows but holds only %d; the rest is lost, export it again",
                                name,
                                header.declaredRows(),
                                header.presentRows()));
            }
            SourceEncoding encoding = DbfTrial.choose(options, declared, header, file);
            TextDecoder decoder = new TextDecoder(encoding.charset());
            return new Table(read, encoding, FieldNames.of(header, decoder, findings));
        }
    }

    private static Optional<String> text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_TEXT_FILE);
            Charset charset = Utf8.of(bytes, 0, bytes.length) == Utf8.Trial.INVALID
                    ? TextEncoding.GB18030
                    : StandardCharsets.UTF_8;
            String text = new String(bytes, charset)
                    .replace("\uFEFF", "")
                    .replace("\0", "")
                    .strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
    }

    record Table(Optional<DbfHeader> header, SourceEncoding encoding, List<SourceField> fields) {

        static Table missing(String name, OpenOptions options, Optional<Charset> declared, FindingList findings) {
            findings.file(
                    "shapefile.dbf-missing",
                    Severity.WARNING,
                    Text.of("缺少 %s.dbf，图形没有属性", "%s.dbf is missing; the shapes have no attributes", name));
            return without(options, declared);
        }

        static Table without(OpenOptions options, Optional<Charset> declared) {
            SourceEncoding encoding = DbfTrial.told(options, declared)
                    .orElse(new SourceEncoding(StandardCharsets.UTF_8, Reason.VALID_UTF8));
            return new Table(Optional.empty(), encoding, List.of());
        }
    }
}
