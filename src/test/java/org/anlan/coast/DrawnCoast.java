package org.anlan.coast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.rates.Casting;
import org.anlan.coast.rates.GivenBaseline;
import org.anlan.coast.rates.Pick;
import org.anlan.coast.rates.SurveyValues;
import org.anlan.coast.scenario.ScenarioReader;
import org.anlan.geo.Geodesy;
import org.anlan.store.NewFeature;
import org.anlan.store.Revision;
import org.anlan.support.Installed;
import org.anlan.support.Rows;
import org.anlan.support.TempFolder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** A store with a made-up land, all south of latitude 24.72, and coasts that tests draw. */
final class DrawnCoast implements AutoCloseable {

    /** Longitude and latitude in the middle of the land's north shore. */
    static final Coordinate MIDDLE = new Coordinate(118.70, 24.72);

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Geodesic EARTH = new Geodesic(6378137, 1 / 298.257222101);

    private final TempFolder folder;
    private final Installed installed;

    private DrawnCoast(TempFolder folder) throws IOException {
        this.folder = folder;
        this.installed = Installed.fresh(folder.path().resolve("data"));
    }

    static DrawnCoast open() throws IOException {
        DrawnCoast coast = new DrawnCoast(TempFolder.make());
        coast.region("350581", "city", "118.6 24.6, 118.8 24.6, 118.8 24.72, 118.6 24.72, 118.6 24.6");
        coast.region("350581001", "town", "118.6 24.6, 118.7 24.6, 118.7 24.72, 118.6 24.72, 118.6 24.6");
        coast.region("350581002", "town", "118.7 24.6, 118.8 24.6, 118.8 24.72, 118.7 24.72, 118.7 24.6");
        return coast;
    }

    private void region(String code, String level, String ring) {
        LayerDefinition layer = installed.catalog().layer("regions");
        Object[] values = new Object[layer.fields().size()];
        values[layer.indexOf("code")] = code;
        values[layer.indexOf("name")] = "区" + code;
        values[layer.indexOf("level")] = level;
        Rows.commit(
                installed.store(), layer, List.of(), List.of(Rows.feature(code, "POLYGON((" + ring + "))", values)));
    }

    Rates rates() {
        return installed.analyses().rates();
    }

    /** What a scenario read from this JSON would do to the coast that is kept; quotes may be single. */
    ScenarioFigure scenario(String json) {
        return installed
                .analyses()
                .scenarios()
                .figure(ScenarioReader.read(
                        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), installed.catalog()));
    }

    /** Keeps these surveys, and no other of their years; gives the revision with them. */
    Revision keep(Map<Integer, List<LineString>> surveys) {
        LayerDefinition layer = installed.catalog().layer("coastline");
        List<NewFeature> features = new ArrayList<>();
        new TreeMap<>(surveys).forEach((year, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                Object[] values = new Object[layer.fields().size()];
                values[layer.indexOf("seg_code")] = "L" + i;
                values[layer.indexOf("survey_year")] = (long) year;
                values[layer.indexOf("mainland")] = true;
                values[layer.indexOf("type1")] = "natural";
                features.add(new NewFeature(
                        "L" + i + "@" + year,
                        Optional.of(lines.get(i)),
                        Geodesy.lengthM(lines.get(i)),
                        0,
                        values,
                        Optional.empty()));
            }
        });
        List<Long> scopes = surveys.keySet().stream().map(Integer::longValue).toList();
        return Rows.commit(installed.store(), layer, scopes, features);
    }

    /** The figure of surveys by the usual casting and with nothing said of uncertainty, by town. */
    RatesFigure figure(Map<Integer, List<LineString>> surveys) {
        return figure(surveys, usual());
    }

    /** The figure of these surveys and no others. */
    RatesFigure figure(Map<Integer, List<LineString>> surveys, Rates.Question asked) {
        keep(surveys);
        return rates().figure(new Rates.Question(
                new TreeSet<>(surveys.keySet()),
                asked.by(),
                asked.revision(),
                asked.casting(),
                asked.uncertainties(),
                asked.dates(),
                asked.baseline()));
    }

    static Rates.Question usual() {
        return question(new Casting(100, 500, 500, Pick.NEAREST));
    }

    static Rates.Question question(Casting casting) {
        return new Rates.Question(
                new TreeSet<>(),
                By.TOWN,
                OptionalLong.empty(),
                casting,
                SurveyValues.Uncertainties.UNSAID,
                new TreeMap<>(),
                Optional.empty());
    }

    /** The usual question with what people would write. */
    static Rates.Question saying(String uncertainty, String dates) {
        return new Rates.Question(
                new TreeSet<>(),
                By.TOWN,
                OptionalLong.empty(),
                usual().casting(),
                uncertainty.isEmpty() ? SurveyValues.Uncertainties.UNSAID : SurveyValues.uncertainties(uncertainty),
                dates.isEmpty() ? new TreeMap<>() : SurveyValues.dates(dates),
                Optional.empty());
    }

    /** The usual question on a baseline that is given. */
    static Rates.Question on(LineString baseline, Optional<Boolean> seaOnTheLeft) {
        return new Rates.Question(
                new TreeSet<>(),
                By.TOWN,
                OptionalLong.empty(),
                usual().casting(),
                SurveyValues.Uncertainties.UNSAID,
                new TreeMap<>(),
                Optional.of(new GivenBaseline(baseline, seaOnTheLeft)));
    }

    /** A coast along the parallel of {@link #MIDDLE}, 4 km long, so many metres north of it: the meridian's own distance. */
    static List<LineString> straight(double northM) {
        double latitude = moved(MIDDLE, 0, northM).y;
        return List.of(line(new Coordinate(118.68, latitude), new Coordinate(118.72, latitude)));
    }

    /** A winding coast of 160 edges, so many metres north. */
    static LineString winding(double northM) {
        Coordinate[] positions = new Coordinate[161];
        Arrays.setAll(
                positions,
                i -> moved(
                        new Coordinate(118.66 + i * 0.0005, 24.7185 + 0.0012 * Math.sin(i / 9.0)),
                        0,
                        northM * (1 + 0.5 * Math.sin(i / 23.0))));
        return line(positions);
    }

    /** The place so many metres away in a direction (degrees from north, clockwise), by GeographicLib. */
    static Coordinate moved(Coordinate from, double azimuth, double metres) {
        GeodesicData there = EARTH.Direct(from.y, from.x, azimuth, metres);
        return new Coordinate(there.lon2, there.lat2);
    }

    /** Metres between two places, by GeographicLib. */
    static double metres(Coordinate from, Coordinate to) {
        return EARTH.Inverse(from.y, from.x, to.y, to.x).s12;
    }

    static LineString line(Coordinate... positions) {
        return SHAPES.createLineString(positions);
    }

    @Override
    public void close() throws IOException {
        installed.close();
        folder.close();
    }
}
