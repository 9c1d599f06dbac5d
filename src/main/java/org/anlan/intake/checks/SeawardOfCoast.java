package org.anlan.intake.checks;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.geo.CoastSide;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * An outfall into the sea lies on the coast of the newest survey or seaward of it (plan §6.2.2), a tolerance allowed. Silent while there is no coastline or no
 * city.
 */
final class SeawardOfCoast implements FeatureCheck {

    private static final String COAST = "coastline";

    private final int field;
    private final String code;
    private final double toleranceM;
    private final Optional<CoastSide> coast;

    /**
     * @param field position of the field that says which features the rule is for
     * @param code its value for those ("sea")
     * @param toleranceM how far inland one may lie
     */
    SeawardOfCoast(Catalog catalog, Store store, int field, String code, double toleranceM) {
        this.field = field;
        this.code = code;
        this.toleranceM = toleranceM;
        List<Geometry> land = shapes(StoredShape.areas(catalog, store, "regions", "city"));
        List<Geometry> lines = newestYear(store)
                .map(year -> shapes(StoredShape.of(catalog, store, COAST, Integer.toString(year))))
                .orElse(List.of());
        this.coast = land.isEmpty() || lines.isEmpty() ? Optional.empty() : Optional.of(new CoastSide(land, lines));
    }

    private static Optional<Integer> newestYear(Store store) {
        Optional<Revision> newest = store.revisions().newest(COAST);
        return newest.map(r -> r.state().surveyYears())
                .filter(years -> !years.isEmpty())
                .map(years -> years.lastKey());
    }

    private static List<Geometry> shapes(List<StoredShape> stored) {
        return stored.stream().map(StoredShape::shape).toList();
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (coast.isEmpty() || feature.geometry().isEmpty() || !code.equals(feature.values()[field])) {
            return;
        }
        Coordinate at = feature.geometry().get().getCoordinate();
        double inlandM = coast.get().inlandM(at.x, at.y);
        if (inlandM > toleranceM) {
            findings.accept(feature.finding(
                    "place.landward",
                    Severity.WARNING,
                    Text.of(
                            "登记为入海，却在海岸线向陆一侧 %s 米处（允许 %s 米）；请核对位置或类别。",
                            "It is declared to open into the sea but lies %s m landward of the coastline (%s m are allowed); check the place or the kind.",
                            Numbers.rough(inlandM),
                            Numbers.rough(toleranceM))));
        }
    }
}
