package org.anlan.format.kml;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureReader;
import org.anlan.format.FindingList;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;

/** Reads the placemarks of one layer. */
final class KmlReader implements FeatureReader {

    private final Kml layer;
    private final FindingList findings;
    private final KmlWalk walk;
    private int record;

    KmlReader(Kml layer) throws IOException {
        this.layer = layer;
        this.findings = new FindingList(layer.name());
        this.walk = new KmlWalk(new KmlXml(layer.file(), layer.name(), layer.chosen()));
    }

    @Override
    public Optional<SourceFeature> next() throws IOException {
        for (Optional<Placemark> next = walk.next(); next.isPresent(); next = walk.next()) {
            if (next.get().layer() != layer.position()) {
                continue;
            }
            record++;
            Placemark placemark = next.get();
            if (placemark.bad().isEmpty()) {
                placemark.marks().forEach(this::tell);
                return Optional.of(new SourceFeature(record, placemark.shape(), values(placemark)));
            }
            Text reason = placemark.bad().get();
            findings.record(
                    "kml.bad-geometry",
                    Severity.ERROR,
                    record,
                    Text.of(
                            "第 %1$d 个地标“%2$s”未读取：%3$s",
                            "Placemark %1$d “%2$s” was not read: %4$s",
                            record,
                            shown(placemark.name()),
                            reason.zh(),
                            reason.en()));
        }
        return Optional.empty();
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private void tell(Placemark.Mark mark) {
        switch (mark) {
            case HEIGHTS_DROPPED ->
                findings.tally(
                        "kml.heights-dropped",
                        Severity.NOTE,
                        record,
                        new Text("坐标带有高程，已只保留平面坐标", "coordinates carry heights; only x and y were kept"));
            case RING_CLOSED ->
                findings.tally(
                        "kml.ring-closed",
                        Severity.NOTE,
                        record,
                        new Text(
                                "面的环首尾不相接，已连到起点",
                                "a ring of a polygon was not closed; it was closed at its first point"));
            case TRACK_LEFT_OUT ->
                findings.tally(
                        "kml.track-left-out",
                        Severity.WARNING,
                        record,
                        new Text(
                                "轨迹（gx:Track）或三维模型没有读取，请转换为线后上传",
                                "a track (gx:Track) or model was not read; convert it to a line and hand that in"));
            case TEXT_TOO_LONG ->
                findings.tally(
                        "kml.text-too-long",
                        Severity.WARNING,
                        record,
                        new Text(
                                "文字过长（超过四百万字），已按空值读取",
                                "texts are too long (over four million characters); they were read as no value"));
            case MORE_SHAPES ->
                findings.tally(
                        "kml.more-shapes",
                        Severity.ERROR,
                        record,
                        new Text(
                                "一个地标有不止一个图形，只读取了第一个", "a placemark has more than one shape; only the first was read"));
        }
    }

    private Object[] values(Placemark placemark) {
        Object[] values = new Object[layer.kmlFields().size()];
        for (int i = 0; i < values.length; i++) {
            KmlField field = layer.kmlFields().get(i);
            String text = field.text(placemark);
            values[i] = text.isEmpty() ? null : value(field.field(), text);
        }
        return values;
    }

    private Object value(SourceField field, String text) {
        Optional<?> value =
                switch (field.type()) {
                    case TEXT, DATE -> Optional.of(text);
                    case INTEGER -> number(text).flatMap(KmlReader::whole);
                    case NUMBER -> number(text).map(BigDecimal::doubleValue).filter(Double::isFinite);
                    case BOOLEAN -> bool(text);
                };
        if (value.isEmpty()) {
            findings.tally(
                    "kml.bad-value",
                    field.name(),
                    Severity.WARNING,
                    record,
                    Text.of(
                            "字段“%s”的值“%s”不符合字段类型，已按空值读取",
                            "field “%s” holds “%s”, which its type does not allow; it was read as no value",
                            field.name(),
                            shown(text)));
            return null;
        }
        return value.get();
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 60 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<Long> whole(BigDecimal number) {
        // compared as magnitude first: the digits of 1E+999999999 would fill the memory
        boolean small = number.precision() - (long) number.scale() <= 19 && number.scale() < 60;
        try {
            return small ? Optional.of(number.longValueExact()) : Optional.empty();
        } catch (ArithmeticException none) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "1", "true", "TRUE", "True" -> Optional.of(true);
            case "0", "false", "FALSE", "False" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    @Override
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
