package org.anlan.format.shapefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Writes numbers as a .dbf has them: digits, right-aligned, with as many decimals as the field declares or has room for. */
final class DbfNumberText {

    private DbfNumberText() {}

    /** The digits; empty when the number does not fit the width even without decimals. */
    static Optional<String> of(Number number, int width, int decimals) {
        if (number instanceof Long || number instanceof Integer) {
            String digits = number.toString();
            return digits.length() <= width ? Optional.of(digits) : Optional.empty();
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(Double.toString(value));
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        int surplus = rounded.toPlainString().length() - width;
        if (surplus > 0) {
            rounded = exact.setScale(Math.max(0, decimals - surplus), RoundingMode.HALF_UP);
        }
        String digits = rounded.toPlainString();
        return digits.length() <= width ? Optional.of(digits) : Optional.empty();
    }
}
