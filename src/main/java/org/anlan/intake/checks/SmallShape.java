package org.anlan.intake.checks;

import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;

/** A line or an area is not so small that it can only be a slip. */
final class SmallShape implements FeatureCheck {

    private final int dimension;
    private final double least;
    private final ToDoubleFunction<Checked> measure;

    private SmallShape(int dimension, double least, ToDoubleFunction<Checked> measure) {
        this.dimension = dimension;
        this.least = least;
        this.measure = measure;
    }

    /** Lines have at least so many metres. */
    static SmallShape length(double leastM) {
        return new SmallShape(1, leastM, Checked::lengthM);
    }

    /** Areas have at least so many square metres. */
    static SmallShape area(double leastM2) {
        return new SmallShape(2, leastM2, Checked::areaM2);
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        double measured = measure.applyAsDouble(feature);
        if (feature.geometry().filter(g -> g.getDimension() == dimension).isPresent() && measured < least) {
            boolean line = dimension == 1;
            findings.accept(feature.finding(
                    line ? "geometry.short" : "geometry.small",
                    Severity.WARNING,
                    Text.of(
                            line ? "长度只有 %s 米，不足 %s 米。" : "面积只有 %s 平方米，不足 %s 平方米。",
                            line ? "It is only %s m long, less than %s m." : "It has only %s m², less than %s m².",
                            Numbers.fine(measured),
                            least)));
        }
    }
}
