package org.anlan.format.shapefile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureReader;
import org.anlan.format.FindingList;
import org.anlan.format.SourceFeature;
import org.locationtech.jts.geom.Geometry;

/** Reads the records of a shapefile one after the other, each with its row of the .dbf. */
final class ShapefileReader implements FeatureReader {

    private static final Object[] NO_VALUES = {};
    /** Four million points; a shape must fit the memory of a small server several times. */
    private static final int LONGEST_RECORD = 64 << 20;

    private final OpenFiles files;
    private final ShpHeader header;
    private final ShapefileOpening opening;
    private final FindingList findings;
    private final ShapeDecoder decoder;
    private final FileWindow shp;
    private final RecordWalk walk;
    private final Optional<DbfRows> rows;
    private int surplus;
    private boolean ended;

    private ShapefileReader(
            String name, ShapefileParts parts, ShapefileOpening opening, ShpHeader header, OpenFiles files)
            throws IOException {
        this.files = files;
        this.header = header;
        this.opening = opening;
        this.findings = new FindingList(name);
        this.decoder = new ShapeDecoder(header.typeCode(), findings);
        this.shp = files.keep(new FileWindow(parts.shp()));
        this.walk =
                opening.indexed() ? files.keep(new IndexedWalk(parts.shx().orElseThrow())) : new SequentialWalk(shp);
        this.rows = opening.dbf().isEmpty()
                ? Optional.empty()
                : Optional.of(files.keep(new DbfRows(
                        parts.dbf().orElseThrow(),
                        opening.dbf().get(),
                        opening.fields(),
                        opening.encoding().charset(),
                        findings)));
    }

    static ShapefileReader start(String name, ShapefileParts parts, ShapefileOpening opening, ShpHeader header)
            throws IOException {
        OpenFiles files = new OpenFiles();
        try {
            return new ShapefileReader(name, parts, opening, header, files);
        } catch (IOException | RuntimeException failed) {
            files.close();
            throw failed;
        }
    }

    @Override
    public Optional<SourceFeature> next() throws IOException {
        while (walk.next()) {
            int row = walk.record() - 1;
            boolean hasRow = rows.isPresent() && rows.get().has(row);
            if (hasRow && rows.get().isDeleted(row)) {
                findings.tally(
                        "shapefile.deleted-record",
                        Severity.NOTE,
                        walk.record(),
                        new Text("在 .dbf 中标记为已删除，已略去", "marked as deleted in the .dbf; left out"));
                continue;
            }
            try {
                Optional<Geometry> geometry = geometry();
                Object[] values = hasRow ? rows.get().values(row) : noValues();
                return Optional.of(new SourceFeature(walk.record(), geometry, values));
            } catch (BadRecord bad) {
                bad.report(walk.record(), findings);
            }
        }
        end();
        return Optional.empty();
    }

    private Object[] noValues() {
        int fields = opening.fields().size();
        return fields == 0 ? NO_VALUES : new Object[fields];
    }

    private Optional<Geometry> geometry() throws IOException, BadRecord {
        if (!opening.indexed() && walk.length() < Integer.BYTES) {
            throw unreadableHeader();
        }
        if (!shp.holds(walk.offset(), walk.length())) {
            throw new BadRecord(
                    "shapefile.truncated",
                    Severity.ERROR,
                    Text.of(
                            ".shp 文件不完整：记录应到第 %d 字节，文件只有 %d 字节；缺失的图形未读到，请重新导出",
                            "the .shp is cut off: the record should reach byte %d, the file has %d bytes; the shapes behind are missing, export it again",
                            walk.offset() + walk.length(),
                            shp.size()));
        }
        if (walk.length() > LONGEST_RECORD) {
            throw BadRecord.because(
                    "记录有 %d 字节，超过单个图形 %d MB 的上限，请拆分该图形",
                    "the record has %d bytes, more than the %d MB one shape may have; split the shape",
                    walk.length(),
                    LONGEST_RECORD >> 20);
        }
        int length = (int) walk.length();
        if (!opening.indexed()) {
            checkNumber();
        }
        int at = shp.seek(walk.offset(), length);
        return decoder.decode(walk.record(), shp.littleEndian(), at, length);
    }

    private BadRecord unreadableHeader() {
        long begin = walk.offset() - SequentialWalk.RECORD_HEADER;
        if (begin >= header.declaredBytes() && header.declaredBytes() >= ShpHeader.BYTES) {
            surplus = 1;
            return new BadRecord(
                    "shapefile.trailing-bytes",
                    Severity.WARNING,
                    Text.of(
                            ".shp 在声明的长度之后还有 %d 字节多余内容，已忽略",
                            "the .shp has %d bytes behind its declared length; they were ignored", shp.size() - begin));
        }
        return BadRecord.because(
                "第 %d 字节处的记录头损坏，其后的图形无法定位，请重新导出",
                "the record header at byte %d is damaged and the shapes behind it cannot be found; export the file again",
                begin);
    }

    private void checkNumber() throws IOException {
        int number = shp.bigEndianInt(walk.offset() - SequentialWalk.RECORD_HEADER);
        if (number != walk.record()) {
            findings.tally(
                    "shapefile.record-number",
                    Severity.WARNING,
                    walk.record(),
                    Text.of(
                            "记录号写作 %d，与顺序不符；图形按顺序与属性行对应，请核对",
                            "the record calls itself number %d; shapes were paired with rows by their order, check them",
                            number));
        }
    }

    /** Compares the numbers of shapes and rows, once. */
    private void end() {
        if (ended || opening.dbf().isEmpty()) {
            return;
        }
        ended = true;
        DbfHeader dbf = opening.dbf().get();
        int shapes = walk.record() - surplus;
        if (shapes > dbf.presentRows() || shapes < Math.min(dbf.declaredRows(), dbf.presentRows())) {
            findings.file(
                    "shapefile.count-differs",
                    Severity.ERROR,
                    Text.of(
                            ".shp 中找到 %d 个图形，.dbf 有 %d 行；多出的图形没有属性，多出的行没有图形，请重新导出",
                            "the .shp holds %d shapes, the .dbf %d rows; surplus shapes have no attributes, surplus rows no shape; export both again",
                            shapes,
                            dbf.presentRows()));
        }
    }

    @Override
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
