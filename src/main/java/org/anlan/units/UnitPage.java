package org.anlan.units;

import java.util.List;
import org.anlan.base.Text;
import org.anlan.zoning.CoverageFigure;

/**
 * One unit in full.
 *
 * @param list what it rests on: the list with this unit only
 * @param offices the offices that were responsible, the oldest first
 * @param covers what protected areas and red lines cover of it; empty for rivers and where these layers have no data
 * @param warnings what a reader should know
 */
public record UnitPage(
        UnitList list, List<UnitOffice> offices, List<CoverageFigure.LayerCover> covers, List<Text> warnings) {

    /** The unit. */
    public UnitFigure unit() {
        return list.units().get(0);
    }
}
