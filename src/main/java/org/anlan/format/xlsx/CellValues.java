package org.anlan.format.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.format.table.CellTrouble;

/** Turns cells as they are written into values of a table. */
final class CellValues implements Closeable {

    private static final int LONGEST_NUMBER = 64;
    private static final CellTrouble NO_VALUE = new CellTrouble(
            "xlsx.formula-without-value",
            new Text(
                    "公式没有保存计算结果，按空值读取；请用 Excel 打开并保存后再上传",
                    "a formula has no value saved with it and was read as none; open the file in Excel, save it and hand it in again"));
    private static final CellTrouble NO_TEXT = new CellTrouble(
            "xlsx.broken-text",
            new Text("单元格指向不存在的文字，按空值读取", "a cell points to a text that is not there and was read as no value"));

    private final Optional<SharedTexts> texts;
    private final DateStyles styles;
    private final boolean epoch1904;

    CellValues(Optional<SharedStrings> strings, DateStyles styles, boolean epoch1904) throws IOException {
        this.texts = strings.isPresent() ? Optional.of(new SharedTexts(strings.get())) : Optional.empty();
        this.styles = styles;
        this.epoch1904 = epoch1904;
    }

    /** The value of a cell, as a {@link org.anlan.format.table.TableRow} holds it. */
    Object value(RawCell cell) throws IOException {
        if (cell.type().equals("inlineStr") || cell.type().equals("str")) {
            return text(cell.value());
        }
        String value = cell.value().strip();
        if (value.isEmpty()) {
            return cell.formula() ? NO_VALUE : null;
        }
        return switch (cell.type()) {
            case "s" -> shared(value);
            case "b" -> value.equals("1") || value.equals("true");
            case "e" -> error(value);
            case "d" -> isoDate(value);
            default -> number(value, cell.style());
        };
    }

    private static Object text(String written) {
        String text = EscapedText.decode(written).strip();
        return text.isEmpty() ? null : text;
    }

    private Object shared(String index) throws IOException {
        if (texts.isEmpty()) {
            return NO_TEXT;
        }
        Optional<String> text = texts.get().text(CellRef.number(index));
        return text.isPresent() ? text(text.get()) : NO_TEXT;
    }

    private static CellTrouble error(String value) {
        String shown = value.length() > 20 ? value.substring(0, 20) : value;
        return new CellTrouble(
                "xlsx.error-cell",
                Text.of(
                        "单元格是错误值 %s，按空值读取；请改正公式",
                        "a cell holds the error %s and was read as no value; mend its formula", shown));
    }

    private static Object isoDate(String value) {
        try {
            return value.length() == 10 ? LocalDate.parse(value) : text(value.replace('T', ' '));
        } catch (DateTimeException noDate) {
            return text(value);
        }
    }

    private Object number(String value, int style) {
        if (value.length() > LONGEST_NUMBER) {
            return text(value);
        }
        try {
            double number = Double.parseDouble(value);
            if (!Double.isFinite(number)) {
                return text(value);
            }
            return styles.isDate(style) ? ExcelDate.read(number, epoch1904) : (Object) number;
        } catch (NumberFormatException noNumber) {
            return text(value);
        }
    }

    @Override
    public void close() throws IOException {
        if (texts.isPresent()) {
            texts.get().close();
        }
    }
}
