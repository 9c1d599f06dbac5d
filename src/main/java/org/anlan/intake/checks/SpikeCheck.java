package org.anlan.intake.checks;

import java.util.List;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.geo.Spike;
import org.anlan.geo.Spikes;

/** Outlines and lines have no spikes. */
final class SpikeCheck implements FeatureCheck {

    private final Spikes spikes;

    /**
     * @param degrees a sharper angle is a spike
     * @param lengthM when both its edges are at least so long
     */
    SpikeCheck(double degrees, double lengthM) {
        this.spikes = new Spikes(degrees, lengthM);
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        List<Spike> found = feature.geometry().map(spikes::of).orElse(List.of());
        if (!found.isEmpty()) {
            Spike first = found.get(0);
            findings.accept(feature.finding(
                            "geometry.spike",
                            Severity.WARNING,
                            Text.of(
                                    "有 %d 处尖刺；第一处夹角 %s 度，长 %s 米。",
                                    "It has %d spikes; the first has an angle of %s° and is %s m long.",
                                    found.size(),
                                    Numbers.rough(first.degrees()),
                                    Numbers.rough(first.lengthM())))
                    .at(first.place().lon(), first.place().lat()));
        }
    }
}
