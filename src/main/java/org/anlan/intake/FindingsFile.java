package org.anlan.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.FeatureWriter;
import org.anlan.format.OutFeature;
import org.anlan.format.OutField;
import org.anlan.format.OutFormat;
import org.anlan.format.OutLayer;
import org.anlan.format.SourceField;
import org.anlan.geo.CrsList;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Findings as a layer of their own, to be laid over the hand-in in a GIS or worked through as a table. */
public final class FindingsFile {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final OutLayer LAYER = new OutLayer(
            "findings",
            new Text("检查结果", "Findings"),
            GeometryKind.ANY,
            CrsList.CGCS2000,
            List.of(
                    field("severity", "级别", "Severity", SourceField.Type.TEXT),
                    field("code", "代码", "Code", SourceField.Type.TEXT),
                    field("message_zh", "说明", "Message in Chinese", SourceField.Type.TEXT),
                    field("message_en", "英文说明", "Message", SourceField.Type.TEXT),
                    field("layer", "文件中的图层", "Layer of the file", SourceField.Type.TEXT),
                    field("record", "记录号", "Record", SourceField.Type.INTEGER),
                    field("feature", "要素编号", "Feature", SourceField.Type.TEXT),
                    field("field", "字段", "Field", SourceField.Type.TEXT),
                    field("fix", "可用的修复", "Repair", SourceField.Type.TEXT)));

    private FindingsFile() {}

    private static OutField field(String name, String zh, String en, SourceField.Type type) {
        return new OutField(name, new Text(zh, en), type);
    }

    /** Writes findings; each with its shape, or else its place, where it has one. The stream stays open. */
    public static void write(List<Finding> findings, OutFormat format, OutputStream out) throws IOException {
        try (FeatureWriter writer = format.opener().open(out, LAYER, StandardCharsets.UTF_8)) {
            for (int i = 0; i < findings.size(); i++) {
                writer.write(feature(i + 1, findings.get(i)));
            }
            writer.finish();
        }
    }

    private static OutFeature feature(int number, Finding finding) {
        Optional<Geometry> where = finding.shape()
                .or(() -> finding.place().map(place -> SHAPES.createPoint(new Coordinate(place.lon(), place.lat()))));
        return new OutFeature(Integer.toString(number), where, new Object[] {
            finding.severity().name().toLowerCase(Locale.ROOT),
            finding.code(),
            finding.text().zh(),
            finding.text().en(),
            finding.layer(),
            finding.record() == 0 ? null : (Long) (long) finding.record(),
            finding.featureId().orElse(null),
            finding.field().orElse(null),
            finding.fix().orElse(null)
        });
    }
}
