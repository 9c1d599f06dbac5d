package org.anlan.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.Gdal;
import org.anlan.store.FeatureQuery;
import org.anlan.store.NewFeature;
import org.anlan.store.Revision;
import org.anlan.support.Client;
import org.anlan.support.Requirement;
import org.anlan.support.Rows;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** What vector tiles show, as GDAL reads them. */
class TileContentTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final OgcReader OGC = new OgcReader(SERVER);

    @TempDir
    Path folder;

    /** A segment of the newest survey: its class and its ends in Web Mercator. */
    private record Segment(String id, String type, Coordinate first, Coordinate last) {}

    /** A line in a tile: what it is known by there, and its two ends. */
    private record Line(String key, Coordinate first, Coordinate last) {}

    /**
     * Where two segments meet, what is drawn of them meets in the very same place, at every zoom, however the lines between were thinned: far out, where lines
     * of one class are joined, those of different classes do.
     */
    @ParameterizedTest
    @ValueSource(ints = {8, 10, 11, 12, 13, 14, 16})
    @Requirement("tiles-1/mvt/content")
    void sharedEndsOfSegmentsStayTogether(int zoom) throws Exception {
        boolean single = zoom >= 12;
        List<Segment> coast = coast();
        double side = 2 * Math.PI * 6_378_137 / (1 << zoom);
        Map<String, List<Line>> tiles = new HashMap<>();
        int looked = 0;
        for (int i = 1; i < coast.size() && looked < 40; i++) {
            Segment a = coast.get(i - 1);
            Segment b = coast.get(i);
            boolean meet = a.last().equals2D(b.first());
            if (!meet || (!single && a.type().equals(b.type()))) {
                continue;
            }
            Coordinate place = b.first();
            int column = (int) Math.floor(place.x / side + (1 << zoom) / 2.0);
            int row = (int) Math.floor((1 << zoom) / 2.0 - place.y / side);
            String address = zoom + "/" + row + "/" + column;
            if (!tiles.containsKey(address)) {
                if (tiles.size() == 4) {
                    continue;
                }
                tiles.put(address, lines(zoom, row, column, single ? "id" : "type2"));
            }
            Coordinate drawn = end(tiles.get(address), single ? a.id() : a.type(), place, side / 4096);
            assertThat(end(tiles.get(address), single ? b.id() : b.type(), place, side / 4096))
                    .as(a.id() + " and " + b.id() + " at " + zoom)
                    .isEqualTo(drawn);
            looked++;
        }
        assertThat(looked).isPositive();
    }

    /** The end that is drawn for a place: nearest to it, and no farther than the rounding to the tile's whole numbers. */
    private static Coordinate end(List<Line> lines, String key, Coordinate place, double unit) {
        Optional<Coordinate> found = lines.stream()
                .filter(line -> line.key().equals(key))
                .flatMap(line -> List.of(line.first(), line.last()).stream())
                .filter(end -> end.distance(place) < 0.75 * unit)
                .findFirst();
        assertThat(found).as(key + " ends at " + place).isPresent();
        return found.orElseThrow();
    }

    private List<Line> lines(int zoom, int row, int column, String key) throws Exception {
        List<Line> lines = new ArrayList<>();
        for (JsonNode feature :
                features("/ogc/collections/coastline/tiles/WebMercatorQuad/", zoom, row, column, "coastline")) {
            JsonNode shape = feature.path("geometry");
            List<JsonNode> parts = new ArrayList<>();
            if (shape.path("type").asText().equals("LineString")) {
                parts.add(shape.path("coordinates"));
            } else {
                shape.path("coordinates").forEach(parts::add);
            }
            for (JsonNode part : parts) {
                lines.add(new Line(
                        feature.path("properties").path(key).asText(), at(part.get(0)), at(part.get(part.size() - 1))));
            }
        }
        return lines;
    }

    private static Coordinate at(JsonNode position) {
        return new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
    }

    /** A tile's features in Web Mercator, whole: what reaches beyond the tile is not cut. */
    private JsonNode features(String at, int zoom, int row, int column, String layer) throws Exception {
        Client.Answer tile = OGC.answer(at + zoom + "/" + row + "/" + column);
        if (tile.status() == 204) {
            return new ObjectMapper().createArrayNode();
        }
        Path file = Files.write(folder.resolve("tile.mvt"), tile.bytes());
        String json = Gdal.ogr2ogr(
                "-f",
                "GeoJSON",
                "-lco",
                "COORDINATE_PRECISION=6",
                "/vsistdout/",
                "-oo",
                "CLIP=NO",
                "-oo",
                "X=" + column,
                "-oo",
                "Y=" + row,
                "-oo",
                "Z=" + zoom,
                "-a_srs",
                "EPSG:4326",
                file.toString(),
                layer);
        return new ObjectMapper().readTree(json).path("features");
    }

    private static List<Segment> coast() {
        LayerDefinition layer = SERVER.services().catalog().layer("coastline");
        int type = layer.indexOf("type2");
        List<Segment> segments = new ArrayList<>();
        long revision = SERVER.services()
                .store()
                .revisions()
                .newest("coastline")
                .orElseThrow()
                .id();
        boolean unused = SERVER.services()
                .store()
                .features()
                .read(FeatureQuery.all(layer, revision).ofYear(2025), row -> {
                    Coordinate[] points = row.geometry().orElseThrow().getCoordinates();
                    segments.add(new Segment(
                            row.id(),
                            String.valueOf(row.value(type)),
                            mercator(points[0]),
                            mercator(points[points.length - 1])));
                    return true;
                });
        return segments;
    }

    private static Coordinate mercator(Coordinate degrees) {
        return new Coordinate(
                Math.toRadians(degrees.x) * 6_378_137,
                Math.log(Math.tan(Math.PI / 4 + Math.toRadians(degrees.y) / 2)) * 6_378_137);
    }

    @Test
    void farOutLinesOfOneClassAreOneAndPointsAreGatheredWithTheirNumber() throws Exception {
        JsonNode coast = features("/ogc/collections/coastline/tiles/WebMercatorQuad/", 9, 219, 424, "coastline");
        List<String> types = new ArrayList<>();
        coast.forEach(feature -> types.add(feature.at("/properties/type2").asText()));
        assertThat(types.size())
                .as("fewer lines than the survey's 153 segments")
                .isBetween(6, 152);
        LayerDefinition outfalls = SERVER.services().catalog().layer("outfalls");
        int zoom = Math.max(9, outfalls.style().minZoom());
        long number = 0;
        int drawn = 0;
        JsonNode limits = OGC.json("/ogc/collections/outfalls/tiles/WebMercatorQuad")
                .path("tileMatrixSetLimits")
                .get(zoom);
        for (int row = limits.path("minTileRow").asInt();
                row <= limits.path("maxTileRow").asInt();
                row++) {
            for (int column = limits.path("minTileCol").asInt();
                    column <= limits.path("maxTileCol").asInt();
                    column++) {
                for (JsonNode one :
                        features("/ogc/collections/outfalls/tiles/WebMercatorQuad/", zoom, row, column, "outfalls")) {
                    number += one.at("/properties/count").asLong(1);
                    drawn++;
                }
            }
        }
        assertThat(number).as("no outfall is lost").isEqualTo(292);
        if (zoom < 12) {
            assertThat(drawn).isLessThan(292);
        }
    }

    /** Some 20 MB of lines in one tile: the smallest are left out, and what is left is a tile that can be read. */
    @Test
    void aTileWithTooMuchInItIsThinnedNotRefused() throws Exception {
        LayerDefinition layer = SERVER.services().catalog().layer("rivers");
        List<NewFeature> many =
                IntStream.range(0, 4_000).mapToObj(i -> river(i, layer)).toList();
        Revision revision = Rows.commit(SERVER.services().store(), layer, List.of(), many);
        long state = revision.id();
        Client.Answer answer =
                OGC.answer("/ogc/collections/rivers/tiles/WebMercatorQuad/12/1757/3398?revision=" + state);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        byte[] tile = answer.bytes();
        assertThat(tile.length).isBetween(200_000, 500_000);
        Path file = Files.write(folder.resolve("many.mvt"), tile);
        assertThat(Gdal.run("ogrinfo", "-so", file.toString(), "rivers")).contains("Feature Count: ");
    }

    private static NewFeature river(int number, LayerDefinition layer) {
        Coordinate[] points = IntStream.range(0, 200)
                .mapToObj(i -> new Coordinate(118.66 + i * 0.0003, 24.70 + number * 1e-5 + (i % 2) * 2e-4))
                .toArray(Coordinate[]::new);
        Object[] values = new Object[layer.fields().size()];
        return new NewFeature(
                "M" + number,
                Optional.of(new org.locationtech.jts.geom.GeometryFactory().createLineString(points)),
                number,
                0,
                values,
                Optional.empty());
    }
}
