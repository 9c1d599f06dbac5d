package org.anlan.intake.checks;

import java.util.Optional;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.coast.Regions;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/** Compares the region code that a feature declares with the region it lies in; the longest part of a line decides. Silent while there are no regions. */
final class RegionCode implements FeatureCheck {

    private final int field;
    private final Optional<Regions> regions;

    RegionCode(Catalog catalog, Store store, int field, String level) {
        this.field = field;
        Optional<Revision> revision = store.revisions().newest("regions");
        this.regions = revision.map(r -> Regions.read(catalog, store, r.id(), level))
                .filter(r -> !r.names().isEmpty());
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (regions.isEmpty()
                || feature.geometry().isEmpty()
                || !(feature.values()[field] instanceof String declared)) {
            return;
        }
        Optional<String> place =
                regions.get().regionOf(feature.geometry().get()).filter(code -> !code.equals(declared));
        place.ifPresent(code -> findings.accept(feature.finding(
                "region.differs",
                Severity.WARNING,
                Text.of(
                        "登记的区划代码是 %s，按位置离 %s（%s）最近或在其中；请核对。",
                        "The declared region code is %s, by place it lies in or nearest to %s (%s); check which is right.",
                        declared,
                        code,
                        regions.get().names().get(code)))));
    }
}
