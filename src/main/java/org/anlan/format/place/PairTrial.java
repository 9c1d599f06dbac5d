package org.anlan.format.place;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.place.Angle.Axis;

/** Tries two columns as degrees and as metres, in the order of their names and exchanged. */
final class PairTrial implements PlaceTrial {

    private final AxisPair pair;
    private final Optional<Axis> packedFirst;
    private final Optional<Axis> packedSecond;
    private final Map<AxisOrder, Integer> degrees = new EnumMap<>(AxisOrder.class);
    private final Map<AxisOrder, Integer> metres = new EnumMap<>(AxisOrder.class);
    private boolean firstComplete = true;
    private boolean secondComplete = true;
    private int rows;

    PairTrial(AxisPair pair) {
        this.pair = pair;
        this.packedFirst = pair.namedAsAngles() ? Optional.of(Axis.LONGITUDE) : Optional.empty();
        this.packedSecond = pair.namedAsAngles() ? Optional.of(Axis.LATITUDE) : Optional.empty();
    }

    @Override
    public void see(Texts row) {
        if (pair.isBlank(row)) {
            return;
        }
        rows++;
        Optional<Angle> first = pair.first().angle(row, packedFirst);
        Optional<Angle> second = pair.second().angle(row, packedSecond);
        firstComplete &= first.isPresent() || pair.first().text(row).isEmpty();
        secondComplete &= second.isPresent() || pair.second().text(row).isEmpty();
        if (first.isPresent() && second.isPresent()) {
            AxisOrder order = AxisOrder.degrees(first.get(), second.get());
            degrees.merge(order, 1, Integer::sum);
            if (order != AxisOrder.UNTOLD) {
                return;
            }
        }
        OptionalDouble x = pair.first().metres(row);
        OptionalDouble y = pair.second().metres(row);
        if (x.isPresent() && y.isPresent()) {
            metres.merge(AxisOrder.metres(x.getAsDouble(), y.getAsDouble()), 1, Integer::sum);
        }
    }

    @Override
    public boolean holds() {
        int told = told(degrees) + told(metres);
        return rows > 0 && (2 * told >= rows || (pair.namedAsAngles() && !weak()));
    }

    private boolean weak() {
        return AxisName.of(pair.first().name()).map(AxisName::weak).orElse(true);
    }

    private static int told(Map<AxisOrder, Integer> orders) {
        return orders.getOrDefault(AxisOrder.AS_NAMED, 0) + orders.getOrDefault(AxisOrder.EXCHANGED, 0);
    }

    private static boolean exchanged(Map<AxisOrder, Integer> orders) {
        return !orders.containsKey(AxisOrder.AS_NAMED) && orders.containsKey(AxisOrder.EXCHANGED);
    }

    @Override
    public String names() {
        return pair.names();
    }

    @Override
    public Place place(FindingList findings) {
        if (told(metres) > told(degrees)) {
            boolean exchanged = exchanged(metres);
            tellExchanged(exchanged, findings, "东坐标（横坐标）", "easting", "北坐标（纵坐标）", "northing");
            return new Place(new MetresPlace(pair, exchanged), Optional.empty(), Optional.empty(), Map.of(), Set.of());
        }
        boolean exchanged = exchanged(degrees);
        tellExchanged(exchanged, findings, "经度", "longitude", "纬度", "latitude");
        DegreesPlace place = new DegreesPlace(pair, packedFirst, packedSecond, exchanged);
        return pair.namedAsAngles()
                ? named(place, exchanged, findings)
                : new Place(place, Optional.empty(), Optional.empty(), Map.of(), Set.of());
    }

    private Place named(DegreesPlace place, boolean exchanged, FindingList findings) {
        String all = (pair.first().name() + pair.second().name()).toLowerCase(Locale.ROOT);
        NamedCrs crs = NamedCrs.of(all);
        if (NamedCrs.isShifted(all)) {
            findings.file(
                    "table.web-map-shift",
                    Severity.WARNING,
                    Text.of(
                            "列名%s表明是网络地图的加偏坐标（火星坐标、百度坐标），与 CGCS2000 相差数百米；请先换算成 CGCS2000 再上传",
                            "Columns %s hold shifted coordinates of a web map (GCJ-02, BD-09), some hundred metres off; turn them into CGCS2000 first",
                            pair.names()));
        }
        Text reason = Text.of(
                "%s两列的列名说明是经纬度，按 %s 读取",
                "Columns %s are called longitude and latitude; read as %s", pair.names(), crs.code());
        return new Place(place, Optional.of(crs.code()), Optional.of(reason), angles(exchanged), Set.of());
    }

    private Map<Integer, Place.AngleColumn> angles(boolean exchanged) {
        if (pair.first().isSplit() || pair.second().isSplit()) {
            return Map.of();
        }
        int first = pair.first().column();
        int second = pair.second().column();
        return exchanged
                ? Map.of(
                        first, new Place.AngleColumn(second, true, secondComplete),
                        second, new Place.AngleColumn(first, false, firstComplete))
                : Map.of(
                        first, new Place.AngleColumn(first, true, firstComplete),
                        second, new Place.AngleColumn(second, false, secondComplete));
    }

    private void tellExchanged(
            boolean exchanged, FindingList findings, String eastZh, String eastEn, String northZh, String northEn) {
        if (!exchanged) {
            return;
        }
        findings.file(
                "table.axes-exchanged",
                pair.namedXy() ? Severity.NOTE : Severity.WARNING,
                Text.of(
                        "按数值大小，“%1$s”列是%4$s，“%2$s”列是%3$s；全部行都是如此，已按此读取",
                        "By their size the numbers of column “%1$s” are the %6$s and those of “%2$s” the %5$s; all rows say so and were read so",
                        pair.first().name(),
                        pair.second().name(),
                        eastZh,
                        northZh,
                        eastEn,
                        northEn));
    }
}
