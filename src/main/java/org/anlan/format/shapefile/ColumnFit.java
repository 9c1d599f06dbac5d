package org.anlan.format.shapefile;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import org.anlan.format.SourceField;

/** Finds the width that the values of one field need. */
final class ColumnFit {

    private final SourceField.Type type;
    private final Charset charset;
    private int width = 1;
    private int decimals = 1;

    ColumnFit(SourceField.Type type, Charset charset) {
        this.type = type;
        this.charset = charset;
    }

    SourceField.Type type() {
        return type;
    }

    void see(Object value) {
        if (value == null) {
            return;
        }
        switch (type) {
            case TEXT -> wider(value.toString().getBytes(charset).length);
            case INTEGER -> wider(value.toString().length());
            case NUMBER -> number(((Number) value).doubleValue());
            case DATE, BOOLEAN -> {
                // as wide as they are
            }
        }
    }

    private void wider(int bytes) {
        width = Math.max(width, bytes);
    }

    /** Width is that of the digits before the point; a number keeps a decimal, so that readers take it for one. */
    private void number(double value) {
        if (Double.isFinite(value)) {
            BigDecimal digits = new BigDecimal(Double.toString(value));
            decimals = Math.max(decimals, Math.min(digits.stripTrailingZeros().scale(), DbfOutField.MOST_DECIMALS));
            String plain = digits.toPlainString();
            int point = plain.indexOf('.');
            wider(point < 0 ? plain.length() : point);
        }
    }

    /** The field under this name; widths beyond what the format allows are brought within it. */
    DbfOutField field(String name) {
        return switch (type) {
            case TEXT -> new DbfOutField(name, type, Math.min(width, DbfOutField.WIDEST_TEXT), 0);
            case INTEGER -> new DbfOutField(name, type, Math.min(width, DbfOutField.WIDEST_WHOLE), 0);
            case NUMBER -> {
                int wanted = Math.min(width + 1 + decimals, Math.max(DbfOutField.WIDEST_NUMBER, width));
                yield DbfOutField.of(new SourceField(name, type, wanted, decimals), name);
            }
            case DATE, BOOLEAN -> DbfOutField.of(new SourceField(name, type, 0, 0), name);
        };
    }
}
