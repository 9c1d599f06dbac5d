package org.anlan.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.Formats;
import org.anlan.format.HandInFile;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceFeature;
import org.anlan.format.geojson.DrawnShape;
import org.anlan.format.geojson.LoneGeometry;
import org.anlan.geo.CrsList;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.anlan.store.Extent;
import org.locationtech.jts.geom.Geometry;

/**
 * The shape of a project in a file of any format that can be handed in: read as a hand-in is, placed by the same decision about its coordinate system, all
 * features together or one of them. Nothing of the file is kept.
 */
public final class ShapeInFile {

    /** Bytes that the file may have. */
    public static final long MOST_BYTES = 64L << 20;

    private static final OpenOptions.Limits LIMITS = new OpenOptions.Limits(200, 128L << 20, 200);

    private final FeatureSource layer;
    private final Asked asked;
    private int features;

    private ShapeInFile(FeatureSource layer, Asked asked) {
        this.layer = layer;
        this.asked = asked;
    }

    /**
     * What of the file is meant.
     *
     * @param crs coordinate system of the file ("EPSG:4528"; "EPSG:4490,axes=yx" when x and y are exchanged); empty = what the file says
     * @param layer name of the layer in the file; empty = the only one with shapes
     * @param feature number of the feature in the layer, from 1; empty = all of them together
     */
    public record Asked(Optional<String> crs, Optional<String> layer, OptionalInt feature) {

        /** The whole of a file with one layer. */
        public static final Asked ALL = new Asked(Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /**
     * What was found in a file.
     *
     * @param shape the shape that was asked for, CGCS2000 longitude and latitude in degrees
     * @param layer name of the layer that it is in; blank for a bare geometry
     * @param features how many features the layer has
     * @param crs coordinate system that it was read in, as {@link Asked#crs} takes it; empty for a bare geometry
     * @param crsReason how the system was known
     */
    public record Found(Geometry shape, String layer, int features, Optional<String> crs, Text crsReason) {}

    /**
     * The shape in a file. Refused as {@link Formats#open} and {@link DrawnShape#of} do; ({@code file-too-large}) a file of
     * more than {@value #MOST_BYTES} bytes; ({@code no-such-layer}, {@code several-layers}, {@code no-such-feature}) what does not name one; ({@code
     * crs-unconfirmed}, {@code crs-far-from-home}) a file about whose coordinate system an upload would ask; ({@code geometry-outside-crs}) coordinates that
     * cannot lie in the system; ({@code bad-geometry}) features that cannot be read.
     *
     * @param file where it lies
     * @param fileName what the sender called it
     * @param home where the installation's area lies
     */
    public static Found read(Path file, String fileName, Asked asked, Optional<Extent> home) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    "file-too-large",
                    Text.of(
                            "项目范围文件超过 %d MB 的上限",
                            "The file with the project's shape is over the limit of %d MB", MOST_BYTES >> 20));
        }
        Optional<JsonNode> lone = asked.equals(Asked.ALL) ? LoneGeometry.in(file) : Optional.empty();
        if (lone.isPresent()) {
            return new Found(
                    DrawnShape.read(lone.get()),
                    "",
                    1,
                    Optional.empty(),
                    Text.of("GeoJSON 的坐标是经纬度", "GeoJSON has longitude and latitude"));
        }
        try (HandInFile opened = Formats.open(file, fileName, new OpenOptions(Optional.empty(), LIMITS))) {
            return new ShapeInFile(layer(opened.layers(), asked), asked).found(home);
        }
    }

    private static FeatureSource layer(List<FeatureSource> layers, Asked asked) throws IOException {
        List<FeatureSource> fitting = new ArrayList<>();
        for (FeatureSource layer : layers) {
            boolean named = asked.layer().map(layer.name()::equals).orElse(layers.size() == 1 || hasShapes(layer));
            if (named) {
                fitting.add(layer);
            }
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String names = (fitting.isEmpty() ? layers : fitting)
                .stream().map(FeatureSource::name).limit(20).collect(Collectors.joining(", "));
        throw fitting.isEmpty()
                ? Refusal.unprocessable(
                        "no-such-layer",
                        "文件中没有所要的、带图形的图层；有：%s",
                        "The file has no such layer with shapes; it has: %s",
                        names)
                : Refusal.unprocessable(
                                "several-layers",
                                "文件有多个带图形的图层（%s）；请用 layer 指定一个（命令行用 --layer）",
                                "The file has several layers with shapes (%s); name one as layer (--layer on the command line)",
                                names)
                        .asking(new Refusal.Question(
                                "layer",
                                fitting.stream()
                                        .map(one -> new Refusal.Choice(one.name(), Text.same(one.name())))
                                        .toList()));
    }

    private static boolean hasShapes(FeatureSource layer) throws IOException {
        return !LayerSample.of(layer).box().isNull();
    }

    private Found found(Optional<Extent> home) throws IOException {
        Choices.Part none = Choices.Part.none(0);
        Choices.Part chosen = new Choices.Part(
                0,
                none.layer(),
                asked.crs(),
                none.encoding(),
                none.year(),
                none.mapping(),
                none.constants(),
                none.ignored(),
                none.mode(),
                none.repairs(),
                none.codes());
        Inspection.CrsReading crs = CrsDecision.of(layer, LayerSample.of(layer).box(), true, chosen, home)
                .reading();
        Optional<Finding> question = CrsQuestion.of(layer.name(), crs);
        if (question.isPresent()) {
            Text text = question.get().text();
            throw Refusal.unprocessable(
                            question.get().code().replace('.', '-'),
                            "%1$s 表单中用字段 crs，例如 crs=%3$s。",
                            "%2$s In a form it is the field crs, such as crs=%3$s.",
                            text.zh(),
                            text.en(),
                            crs.better()
                                    .map(Inspection.Alternative::code)
                                    .or(crs::code)
                                    .orElse("EPSG:4490"))
                    .asking(CrsQuestion.choices(crs));
        }
        CrsChoice choice = crs.code().map(CrsChoice::of).orElseGet(() -> new CrsChoice(CrsList.CGCS2000, false));
        List<Geometry> shapes =
                shapes(choice.swapped() ? new SwappedAxes(layer) : layer, CrsTransform.toCgcs2000(choice.crs()));
        return new Found(DrawnShape.of(shapes), layer.name(), features, Optional.of(choice.word()), crs.reason());
    }

    private List<Geometry> shapes(FeatureSource source, CrsTransform transform) throws IOException {
        List<Geometry> shapes = new ArrayList<>();
        int vertices = 0;
        boolean met = asked.feature().isEmpty();
        try (FeatureReader reader = source.read()) {
            for (Optional<SourceFeature> next = reader.next(); next.isPresent(); next = reader.next()) {
                SourceFeature feature = next.get();
                features++;
                boolean meant = asked.feature().isEmpty() || asked.feature().getAsInt() == feature.record();
                met |= meant;
                if (meant
                        && feature.geometry().filter(shape -> !shape.isEmpty()).isPresent()) {
                    Geometry shape = feature.geometry().get();
                    vertices += shape.getNumPoints();
                    if (vertices > DrawnShape.MOST_VERTICES) {
                        throw DrawnShape.tooLarge(vertices);
                    }
                    shapes.add(placed(shape, feature.record(), transform));
                }
            }
            Optional<Finding> unread = reader.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .findFirst();
            if (asked.feature().isEmpty() && unread.isPresent()) {
                throw unread(unread.get().text());
            }
        }
        if (!met) {
            throw Refusal.unprocessable(
                    "no-such-feature",
                    "图层“%s”中没有第 %d 个要素",
                    "The layer \"%s\" has no feature no. %d",
                    layer.name(),
                    asked.feature().getAsInt());
        }
        return shapes;
    }

    private static Geometry placed(Geometry shape, int record, CrsTransform transform) {
        try {
            return transform.apply(shape);
        } catch (OutsideCrsException e) {
            throw Refusal.unprocessable(
                    "geometry-outside-crs",
                    "第 %1$d 个要素：%2$s",
                    "Feature no. %1$d: %3$s",
                    record,
                    e.text().zh(),
                    e.text().en());
        }
    }

    private static Refusal unread(Text why) {
        return Refusal.unprocessable(
                "bad-geometry",
                "文件中有读不出的要素：%1$s",
                "The file has features that cannot be read: %2$s",
                why.zh(),
                why.en());
    }
}
