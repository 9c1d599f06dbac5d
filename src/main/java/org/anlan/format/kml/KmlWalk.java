package org.anlan.format.kml;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Goes from placemark to placemark. The layers: 0 is what lies in the outermost Document (or Folder) itself, 1, 2, … are the Folders and Documents
 * in it, with all that is nested in them. Those beyond the most that there may be share the last one.
 */
final class KmlWalk implements Closeable {

    private static final int MOST_LAYERS = 60;
    private static final int LONGEST_NAME = 200;

    private final KmlXml xml;
    private final Schemas schemas = new Schemas();
    private final List<Container> open = new ArrayList<>();
    private final Map<Integer, String> layerNames = new TreeMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private boolean isKml;
    private int layers;

    /** A Document or Folder that is open. */
    private static final class Container {
        private final int depth;
        private final int layer;
        private String name = "";

        Container(int depth, int layer) {
            this.depth = depth;
            this.layer = layer;
        }
    }

    KmlWalk(KmlXml xml) {
        this.xml = xml;
    }

    /** The next placemark; empty at the end, and for XML that is no KML. */
    Optional<Placemark> next() throws IOException {
        while (xml.nextElement(0)) {
            open.removeIf(container -> container.depth >= xml.depth());
            if (xml.depth() == 1) {
                isKml = xml.name().equals("kml");
                if (!isKml) {
                    return Optional.empty();
                }
                continue;
            }
            switch (xml.name()) {
                case "Document", "Folder" -> begin();
                case "name" -> name();
                case "Schema" -> schemas.read(xml);
                case "Placemark" -> {
                    return Optional.of(new PlacemarkReading(xml).read(layer(), folder()));
                }
                case "NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "gx:Tour" -> {
                    leftOut.merge(xml.name(), 1, Integer::sum);
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
        return Optional.empty();
    }

    private void begin() {
        int layer = open.isEmpty() ? 0 : open.size() == 1 ? Math.min(++layers, MOST_LAYERS) : layer();
        open.add(new Container(xml.depth(), layer));
    }

    private int layer() {
        return open.isEmpty() ? 0 : open.get(open.size() - 1).layer;
    }

    private void name() throws IOException {
        StringBuilder text = new StringBuilder();
        xml.text(piece ->
                text.append(piece, 0, Math.min(piece.length, LONGEST_NAME - Math.min(text.length(), LONGEST_NAME))));
        if (open.isEmpty()) {
            return;
        }
        Container container = open.get(open.size() - 1);
        container.name = text.toString().strip().replaceAll("\\s+", " ");
        if (open.size() <= 2) {
            layerNames.putIfAbsent(container.layer, container.name);
        }
    }

    /** The folders below the layer's own; the last layer, which many may share, tells that one too. */
    private String folder() {
        int from = layer() == MOST_LAYERS ? 1 : 2;
        return open.stream().skip(from).map(container -> container.name).collect(Collectors.joining("/"));
    }

    /** The name of a layer, as far as it was met; "" when it has none. */
    String layerName(int layer) {
        return layerNames.getOrDefault(layer, "");
    }

    /** Whether the file is KML; known once {@link #next} was called. */
    boolean isKml() {
        return isKml;
    }

    Schemas schemas() {
        return schemas;
    }

    /** Elements that are no placemarks and were left out, by name, with how many there are. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
