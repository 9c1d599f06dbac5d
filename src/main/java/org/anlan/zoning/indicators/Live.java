package org.anlan.zoning.indicators;

import java.util.List;
import java.util.OptionalDouble;
import org.anlan.base.Text;
import org.anlan.zoning.IndicatorsFigure;

/**
 * What layers give for an indicator.
 *
 * @param values by date, oldest first; none when it cannot be computed
 * @param details shares that go with the newest
 * @param base what it must not fall below, where an older state of the layers tells that
 * @param missing why it cannot be computed; empty when it can
 */
public record Live(
        List<IndicatorsFigure.Value> values,
        List<IndicatorsFigure.Detail> details,
        OptionalDouble base,
        List<Text> missing) {

    /** Nothing, and why. */
    static Live none(Text why) {
        return new Live(List.of(), List.of(), OptionalDouble.empty(), List.of(why));
    }
}
