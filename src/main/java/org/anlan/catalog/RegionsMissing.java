package org.anlan.catalog;

import java.util.Map;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/** Figures by city, town or bay need the borders of these first: the one place that says so. */
public final class RegionsMissing {

    private static final Map<String, Text> LEVELS = Map.of(
            "city", new Text("市（县）", "city or county"),
            "town", new Text("乡镇", "town"),
            "bay", new Text("海湾", "bay"));

    private RegionsMissing() {}

    /**
     * The refusal {@code no-regions} (a conflict): which borders are missing, and what to do.
     *
     * @param level code of the list {@code region-level}: city, town, bay
     */
    public static Refusal of(String level) {
        Text called = LEVELS.getOrDefault(level, Text.same(level));
        return Refusal.conflict(
                "no-regions",
                "还没有%1$s界线，不能按它统计；请先上传图层“行政区与海湾单元”",
                "There are no %2$s borders to count by yet; upload the layer \"Regions\" first",
                called.zh(),
                called.en());
    }
}
