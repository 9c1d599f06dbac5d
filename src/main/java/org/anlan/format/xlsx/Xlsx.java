package org.anlan.format.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureSource;
import org.anlan.format.HandInFile;
import org.anlan.format.NotedSource;
import org.anlan.format.OpenOptions;
import org.anlan.format.SingleFileFormat;
import org.anlan.format.SourceEncoding;
import org.anlan.format.archive.UnpackedZip;
import org.anlan.format.table.RowSource;
import org.anlan.format.table.Table;

/**
 * An Excel workbook: each sheet that is shown and holds a table is one layer, named like the file when it is the only one, else like the
 * sheet.
 */
public final class Xlsx implements HandInFile {

    static final String NAME = "xlsx";

    /** How a hand-in is opened as a workbook. */
    public static final SingleFileFormat FORMAT = new SingleFileFormat(
            Set.of("xlsx", "xlsm"), (file, name, options) -> Optional.of(open(file, name, options)));

    private static final SourceEncoding UTF_8 =
            new SourceEncoding(StandardCharsets.UTF_8, SourceEncoding.Reason.DECLARED);

    private final UnpackedZip zip;
    private final List<FeatureSource> layers;

    private Xlsx(UnpackedZip zip, String name) throws IOException {
        this.zip = zip;
        try {
            this.layers = layers(name);
        } catch (IOException | RuntimeException failed) {
            zip.close();
            throw failed;
        }
    }

    /** Whether a zip with these entries is a workbook. */
    public static boolean isWorkbook(List<String> entries) {
        List<String> names =
                entries.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        return names.contains("[content_types].xml") && names.stream().anyMatch(n -> n.startsWith("xl/"));
    }

    /** Opens a workbook; what it unpacks is gone when it is closed. */
    public static Xlsx open(Path file, String name, OpenOptions options) throws IOException {
        CompoundFile.refuse(file, name);
        return new Xlsx(UnpackedZip.of(file, Set.of("xml", "rels"), options.limits()), name);
    }

    private List<FeatureSource> layers(String name) throws IOException {
        if (zip.others().stream().anyMatch(other -> other.equalsIgnoreCase("xl/workbook.bin"))) {
            throw Refusal.unprocessable(
                    "xlsx-binary",
                    "“%s”是 Excel 二进制工作簿（.xlsb），无法读取；请另存为“Excel 工作簿（.xlsx）”后上传",
                    "“%s” is a binary workbook (.xlsb), which is not read; save it as an Excel workbook (.xlsx) and hand that in",
                    name);
        }
        Parts parts = new Parts(zip.files());
        WorkbookIndex index = WorkbookIndex.of(parts, name);
        DateStyles styles = DateStyles.of(index.styles(), name);
        Optional<SharedStrings> strings = index.sharedStrings().isEmpty()
                ? Optional.empty()
                : Optional.of(SharedStrings.of(index.sharedStrings().get(), name));
        SheetChoice choice = SheetChoice.of(
                index.sheets(),
                sheet -> () -> new SheetRows(sheet.part(), name, new CellValues(strings, styles, index.epoch1904())));
        return layers(name, choice);
    }

    private static List<FeatureSource> layers(String name, SheetChoice choice) throws IOException {
        List<FeatureSource> layers = new ArrayList<>();
        for (SheetChoice.Chosen sheet : choice.chosen()) {
            String layer = choice.chosen().size() == 1 ? name : sheet.sheet().name();
            Table.open(layer, NAME, UTF_8, sheet.rows()).ifPresent(layers::add);
        }
        if (layers.isEmpty()) {
            throw Refusal.unprocessable(
                    "xlsx-empty",
                    "工作簿“%s”中没有可读的表格（空白和隐藏的工作表不读取）；如数据在隐藏的工作表里，请取消隐藏后再上传",
                    "The workbook “%s” has no table to read (blank and hidden sheets are not read); show the sheet if the data is in a hidden one",
                    name);
        }
        List<Finding> notes = notes(choice, layers.get(0).name());
        if (!notes.isEmpty()) {
            layers.set(0, new NotedSource(layers.get(0), notes));
        }
        return List.copyOf(layers);
    }

    private static List<Finding> notes(SheetChoice choice, String layer) {
        List<Finding> notes = new ArrayList<>();
        if (!choice.hidden().isEmpty()) {
            notes.add(Finding.ofFile(
                    "xlsx.hidden-sheet",
                    Severity.NOTE,
                    layer,
                    Text.of("隐藏的工作表没有读取：%s", "Hidden sheets were not read: %s", String.join(", ", choice.hidden()))));
        }
        if (!choice.leftOut().isEmpty()) {
            notes.add(Finding.ofFile(
                    "xlsx.sheet-left-out",
                    Severity.WARNING,
                    layer,
                    Text.of(
                            "只有一列内容的工作表（说明之类）没有读取：%s",
                            "Sheets of a single column (remarks and the like) were not read: %s",
                            String.join(", ", choice.leftOut()))));
        }
        return notes;
    }

    @Override
    public List<FeatureSource> layers() {
        return layers;
    }

    @Override
    public long unpackedBytes() {
        return zip.bytes();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The rows of a sheet. */
    @FunctionalInterface
    interface Sheets {
        RowSource rows(WorkbookIndex.Sheet sheet);
    }
}
