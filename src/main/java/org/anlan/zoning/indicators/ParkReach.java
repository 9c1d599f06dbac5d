package org.anlan.zoning.indicators;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.Reach;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.zoning.CoverageFigure;
import org.anlan.zoning.IndicatorsFigure;
import org.anlan.zoning.coverage.Dissolved;
import org.anlan.zoning.coverage.Ground;
import org.anlan.zoning.coverage.Piece;
import org.anlan.zoning.coverage.Zone;
import org.anlan.zoning.coverage.ZoneLayer;
import org.locationtech.jts.geom.Geometry;

/**
 * Share of the built-up area within 500 m of a park (城市公园绿地500米服务半径覆盖率), where the installation's catalogue has the polygon layers {@code parks} and {@code
 * built-up}. Distances are right to 0.3 % ({@link Reach}), so the radius is to 1.5 m.
 */
public final class ParkReach {

    private static final String PARKS = "parks";
    private static final String BUILT_UP = "built-up";
    private static final double RADIUS_M = 500;

    private final Catalog catalog;
    private final Store store;

    /** Computes from this store. */
    public ParkReach(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** The share; refused like coverage, and told as missing where a layer is. */
    Live live(OptionalLong revision) {
        Optional<ZoneLayer> parks = read(PARKS, revision);
        Optional<ZoneLayer> builtUp = read(BUILT_UP, revision);
        if (parks.isEmpty() || builtUp.isEmpty()) {
            return Live.none(Text.of(
                    "计算它需要有数据的面图层 %s（公园绿地）与 %s（建成区）",
                    "Computing it needs the polygon layers %s and %s with data", PARKS, BUILT_UP));
        }
        List<Geometry> reached = new ArrayList<>();
        for (Zone park : parks.get().zones()) {
            reached.add(Reach.within(park.shape(), RADIUS_M).orElseThrow(() -> tooLarge(park)));
        }
        return live(parks.get(), builtUp.get(), share(reached, builtUp.get()));
    }

    private Optional<ZoneLayer> read(String id, OptionalLong revision) {
        Optional<LayerDefinition> layer = catalog.find(id);
        layer.ifPresent(ZoneLayer::mustHaveAreas);
        return layer.flatMap(found -> store.revisions()
                .asked(id, revision)
                .map(state -> ZoneLayer.read(store, found, state))
                .filter(read -> !read.zones().isEmpty()));
    }

    private static CoverageFigure.Share share(List<Geometry> reached, ZoneLayer builtUp) {
        Ground near = new Ground(reached);
        List<Piece> pieces = builtUp.zones().stream()
                .flatMap(zone -> near.within(zone.shape()).map(Piece::of).stream())
                .toList();
        return new CoverageFigure.Share(
                builtUp.dissolved().unionM2(), Dissolved.all(pieces).unionM2());
    }

    private static Live live(ZoneLayer parks, ZoneLayer builtUp, CoverageFigure.Share share) {
        Revision newest = parks.revision().id() > builtUp.revision().id() ? parks.revision() : builtUp.revision();
        IndicatorsFigure.Value value = new IndicatorsFigure.Value(
                LocalDate.ofInstant(newest.at(), ZoneOffset.UTC),
                share.percent(),
                "",
                IndicatorsFigure.Origin.COMPUTED,
                PARKS + " r" + parks.revision().id() + ", " + BUILT_UP + " r"
                        + builtUp.revision().id() + ", " + CoverageFigure.AREA_METHOD,
                "",
                Optional.empty(),
                newest.id());
        return new Live(
                List.of(value),
                List.of(LiveFigures.detail(new Text("公园500米内的建成区", "Built-up area within 500 m of a park"), share)),
                OptionalDouble.empty(),
                List.of());
    }

    private static Refusal tooLarge(Zone park) {
        return Refusal.unprocessable(
                "park-too-large",
                "公园 %s 东西或南北超过 %.1f°，无法准确量取500米范围；请分成几块",
                "Park %s is more than %.1f° across: 500 m around it cannot be measured well; cut it into several",
                park.id(),
                Reach.MOST_EXTENT_DEGREES);
    }
}
