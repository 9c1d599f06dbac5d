package org.anlan.format.kml;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.HandInFile;
import org.anlan.format.NotedSource;
import org.anlan.format.OpenOptions;
import org.anlan.format.SingleFileFormat;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;

/**
 * A layer of a KML file: a Folder (or Document) of the outermost Document with all that is nested in it, or what lies in that Document itself. A field
 * "folder" tells where in it, when it has folders of its own. Links are never followed. A KMZ is a zip with KML in it and is opened as one.
 *
 * @param name the folder's name; the file's where it has none
 * @param file where it lies
 * @param position of the layer in the file, as {@link KmlWalk} counts them
 * @param chosen the user's choice of encoding
 * @param encoding of its text
 * @param kmlFields where the values come from
 * @param features how many placemarks it has
 */
public record Kml(
        String name,
        Path file,
        int position,
        Optional<Charset> chosen,
        SourceEncoding encoding,
        List<KmlField> kmlFields,
        int features)
        implements FeatureSource {

    /** How a hand-in is opened as KML. */
    public static final SingleFileFormat FORMAT = new SingleFileFormat(Set.of("kml"), Kml::open);

    private static Optional<HandInFile> open(Path file, String name, OpenOptions options) throws IOException {
        Map<Integer, LayerScan> scans = new TreeMap<>();
        try (KmlXml xml = new KmlXml(file, name, options.encoding());
                KmlWalk walk = new KmlWalk(xml)) {
            for (Optional<Placemark> next = walk.next(); next.isPresent(); next = walk.next()) {
                scans.computeIfAbsent(next.get().layer(), none -> new LayerScan(walk.schemas()))
                        .see(next.get());
            }
            if (!walk.isKml()) {
                return Optional.empty();
            }
            if (scans.isEmpty()) {
                throw nothing(name, walk.leftOut());
            }
            SourceEncoding encoding = encoding(options, xml);
            List<FeatureSource> layers = new ArrayList<>();
            scans.forEach((position, scan) -> layers.add(new Kml(
                    walk.layerName(position).isEmpty() ? name : walk.layerName(position),
                    file,
                    position,
                    options.encoding(),
                    encoding,
                    scan.fields(),
                    scan.count())));
            layers.sort(Comparator.comparing(FeatureSource::name));
            if (!walk.leftOut().isEmpty()) {
                layers.set(
                        0,
                        new NotedSource(
                                layers.get(0), List.of(note(layers.get(0).name(), walk.leftOut()))));
            }
            return Optional.of(HandInFile.of(layers));
        }
    }

    private static SourceEncoding encoding(OpenOptions options, KmlXml xml) {
        if (options.encoding().isPresent()) {
            return new SourceEncoding(options.encoding().get(), SourceEncoding.Reason.CHOSEN);
        }
        try {
            Charset declared = xml.declaredEncoding().map(Charset::forName).orElse(StandardCharsets.UTF_8);
            return new SourceEncoding(declared, SourceEncoding.Reason.DECLARED);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException nameOfTheParser) {
            return new SourceEncoding(StandardCharsets.UTF_8, SourceEncoding.Reason.DECLARED);
        }
    }

    private static String listed(Map<String, Integer> leftOut) {
        return leftOut.entrySet().stream()
                .map(entry -> entry.getKey() + " × " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Finding note(String layer, Map<String, Integer> leftOut) {
        return Finding.ofFile(
                "kml.left-out",
                Severity.NOTE,
                layer,
                Text.of(
                        "KML 中不是地标的内容没有读取：%s；网络链接从不访问，如其中有数据，请单独上传",
                        "What is no placemark in the KML was not read: %s; links are never followed, hand in by itself what they name",
                        listed(leftOut)));
    }

    private static Refusal nothing(String name, Map<String, Integer> leftOut) {
        return Refusal.unprocessable(
                "kml-no-placemarks",
                "“%s”中没有地标（Placemark）（有：%s）；网络链接从不访问，请上传含数据的 KML 或 KMZ",
                "“%s” has no placemarks (it has: %s); links are never followed, hand in the KML or KMZ that holds the data",
                name,
                leftOut.isEmpty() ? "–" : listed(leftOut));
    }

    @Override
    public String format() {
        return "kml";
    }

    @Override
    public List<SourceField> fields() {
        return kmlFields.stream().map(KmlField::field).toList();
    }

    @Override
    public Optional<Integer> count() {
        return Optional.of(features);
    }

    @Override
    public Optional<String> declaredCrs() {
        return Optional.of("EPSG:4326");
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public FeatureReader read() throws IOException {
        return new KmlReader(this);
    }
}
