package org.anlan.intake.checks;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;

/**
 * Compares a declared length (CD) or area (MJ) with the geodesic one. A difference of up to 1 % and of up to one unit in the last place that such fields
 * usually carry is rounding; more is a finding. The declared value is kept as handed in; figures use the computed one.
 */
final class DeclaredMeasure implements FeatureCheck {

    private static final double TOLERANCE = 0.01;

    private final String code;
    private final int field;
    private final double unit;
    private final double rounding;
    private final String unitName;
    private final ToDoubleFunction<Checked> computed;

    private DeclaredMeasure(
            String code, int field, double unit, double rounding, String unitName, ToDoubleFunction<Checked> computed) {
        this.code = code;
        this.field = field;
        this.unit = unit;
        this.rounding = rounding;
        this.unitName = unitName;
        this.computed = computed;
    }

    /** A check of a declared length in "m" or "km". */
    static DeclaredMeasure length(int field, String unit) {
        return switch (unit) {
            case "m" -> new DeclaredMeasure("declared.length", field, 1, 1, unit, Checked::lengthM);
            case "km" -> new DeclaredMeasure("declared.length", field, 1_000, 1, unit, Checked::lengthM);
            default -> throw unknownUnit(unit);
        };
    }

    /** A check of a declared area in "m2", "mu" (亩, 2000/3 m²), "ha" or "km2". */
    static DeclaredMeasure area(int field, String unit) {
        return switch (unit) {
            case "m2" -> new DeclaredMeasure("declared.area", field, 1, 1, unit, Checked::areaM2);
            case "mu" -> new DeclaredMeasure("declared.area", field, 2_000 / 3.0, 10, unit, Checked::areaM2);
            case "ha" -> new DeclaredMeasure("declared.area", field, 10_000, 100, unit, Checked::areaM2);
            case "km2" -> new DeclaredMeasure("declared.area", field, 1_000_000, 1_000, unit, Checked::areaM2);
            default -> throw unknownUnit(unit);
        };
    }

    private static Refusal unknownUnit(String unit) {
        return Refusal.invalid("catalog-broken", "检查项的单位“%s”未知", "The unit \"%s\" of a check is unknown", unit);
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (!(feature.values()[field] instanceof Double declared)
                || feature.geometry().isEmpty()) {
            return;
        }
        double measured = computed.applyAsDouble(feature);
        double difference = declared * unit - measured;
        if (Math.abs(difference) <= Math.max(TOLERANCE * measured, rounding)) {
            return;
        }
        String percent = measured > 0 ? String.format(Locale.ROOT, "%+.2f %%", 100 * difference / measured) : "–";
        findings.accept(feature.finding(
                code,
                Severity.WARNING,
                Text.of(
                        "申报值 %s %s 与按图形计算的 %s %s 相差 %s；计算以图形为准，请核对申报值。",
                        "The declared %s %s differs from the computed %s %s by %s; figures use the shape, check the declared value.",
                        number(declared),
                        unitName,
                        number(measured / unit),
                        unitName,
                        percent)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
