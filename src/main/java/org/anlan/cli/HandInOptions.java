package org.anlan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.geo.RepairKind;
import org.anlan.intake.Choices;
import org.anlan.intake.Inspection;
import org.anlan.intake.MappingDocument;
import org.anlan.intake.Mode;
import picocli.CommandLine.Option;

/** What the command line says about a hand-in: options, and a mapping document behind them. */
final class HandInOptions {

    @Option(names = "--layer", description = "目标图层，缺省自动识别 / the layer it goes to (default: recognised)")
    private Optional<String> layer = Optional.empty();

    @Option(names = "--year", description = "调查年度 / survey year of all features")
    private Optional<Integer> year = Optional.empty();

    @Option(
            names = "--crs",
            description =
                    "坐标系，如 EPSG:4528；x、y 颠倒时 EPSG:4490,axes=yx / coordinate system, ,axes=yx when x and y are exchanged")
    private Optional<String> crs = Optional.empty();

    @Option(names = "--encoding", description = "文字编码，如 GBK / character set")
    private Optional<String> encoding = Optional.empty();

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "固定值 / a constant for a field")
    private Map<String, String> constants = new HashMap<>();

    @Option(names = "--map", paramLabel = "FILEFIELD=FIELD", description = "字段对应 / maps a field of the file")
    private Map<String, String> mapping = new HashMap<>();

    @Option(
            names = "--mapping",
            paramLabel = "FILE.json",
            description =
                    "映射文件，由 inspect --save-mapping 写出；其他选项优先 / mapping document as inspect --save-mapping writes it; other options win")
    private Optional<Path> document = Optional.empty();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "replace-scope（缺省：替换所含年度或级别）, replace-all, upsert, append / what happens to features that are there already")
    private Optional<String> mode = Optional.empty();

    @Option(
            names = "--repair",
            split = ",",
            paramLabel = "REPAIR",
            description = "允许的修复 / repairs that may be made: drop-duplicate-vertices, reverse-rings, make-valid, snap")
    private List<String> repairs = new ArrayList<>();

    /** The layer that everything goes to, where one was named. */
    Optional<String> layer() {
        return layer;
    }

    /**
     * The choices for a file. With {@code --layer}, the layers of the file that are recognised as that one are taken, or the only one, or all when none
     * is.
     */
    Choices choices(Inspection inspection) {
        List<String> names =
                inspection.parts().stream().map(Inspection.Part::sourceName).toList();
        Choices kept = document.map(MappingDocument::read)
                .map(read -> read.choices(names))
                .orElse(Choices.NONE);
        boolean recognised =
                inspection.parts().stream().anyMatch(p -> layerOf(p, kept).equals(layer));
        List<Choices.Part> parts = new ArrayList<>();
        for (Inspection.Part part : inspection.parts()) {
            boolean left =
                    layer.isPresent() && recognised && !layerOf(part, kept).equals(layer);
            parts.add(part(part.index(), left));
        }
        return new Choices(parts).over(kept);
    }

    private static Optional<String> layerOf(Inspection.Part part, Choices kept) {
        return kept.part(part.index()).layer().or(part::layer);
    }

    private Choices.Part part(int index, boolean left) {
        return new Choices.Part(
                index,
                layer,
                crs,
                encoding,
                year,
                given(mapping),
                given(constants),
                left ? Optional.of(true) : Optional.empty(),
                mode.map(Mode::of),
                Optional.of(repairs)
                        .filter(words -> !words.isEmpty())
                        .map(words -> words.stream().map(RepairKind::of).collect(Collectors.toSet())),
                Optional.empty());
    }

    private static Optional<Map<String, String>> given(Map<String, String> pairs) {
        return Optional.of(pairs).filter(p -> !p.isEmpty());
    }
}
