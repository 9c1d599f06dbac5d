package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.base.Refusal;
import org.anlan.intake.ShapeInFile;
import org.anlan.zoning.ImpactQuestion;
import org.anlan.zoning.ImpactReport;
import org.anlan.zoning.ImpactText;
import org.locationtech.jts.geom.Geometry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan impact}: the impact check of a site. */
@Command(name = "impact", description = "选址预检 / the impact check of a site")
final class ImpactCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "项目范围，任何可提交的格式 / the project's shape, in any format that can be handed in")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--project",
            paramLabel = "NUMBER",
            description = "改用图层 projects 中的项目 / a project of the layer projects in the place of a file")
    private Optional<String> project = Optional.empty();

    @Option(
            names = "--crs",
            description =
                    "文件的坐标系，如 EPSG:4528；x、y 颠倒时 EPSG:4490,axes=yx / the file's coordinate system, ,axes=yx when x and y are exchanged")
    private Optional<String> crs = Optional.empty();

    @Option(names = "--layer", description = "文件中的图层，缺省为唯一带图形的 / layer of the file (default: the only one with shapes)")
    private Optional<String> layer = Optional.empty();

    @Option(
            names = "--feature",
            paramLabel = "N",
            description = "只取第 N 个要素，缺省为全部合并 / the Nth feature only (default: all of them together)")
    private Optional<Integer> feature = Optional.empty();

    @Option(names = "--activity", description = "活动代码，缺省为一般建设 / code of the activity (default: construction)")
    private Optional<String> activity = Optional.empty();

    @Option(names = "--year", description = "岸线修测年度，缺省为最新 / survey year of the coast (default: the newest)")
    private Optional<Integer> year = Optional.empty();

    @Option(names = "--rules", description = "只用这一套分区规则 / ask this set of zoning rules only")
    private Optional<String> rules = Optional.empty();

    @Option(names = "--counting", description = "岸线统计规则 / counting rule set of the ratio (default: national-2017)")
    private Optional<String> counting = Optional.empty();

    @Option(names = "--revision", description = "按该修订时的状态 / the state at this revision")
    private Optional<Long> revision = Optional.empty();

    @Option(names = "--day", description = "按该日有效的规则，缺省为今天 / the rules in force on this day (default: today)")
    private Optional<LocalDate> day = Optional.empty();

    @Option(
            names = "--near",
            paramLabel = "METRES",
            defaultValue = "500",
            description = "多近的排污口要列出 / how near an outfall is told (default: ${DEFAULT-VALUE})")
    private double nearM;

    @Mixin
    private FigureFlags printing;

    @Override
    public Integer call() throws IOException {
        if (file.isPresent() == project.isPresent()) {
            throw Refusal.invalid(
                    "bad-geometry",
                    "请给出项目范围文件或 --project，二者取一",
                    "Give either a file with the project's shape or --project");
        }
        OptionalLong state = revision.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        try (Installation installation = common.open()) {
            Geometry footprint = file.isPresent()
                    ? shape(file.get(), installation)
                    : installation.analyses().impact().project(project.orElseThrow(), state);
            ImpactReport report = installation
                    .analyses()
                    .impact()
                    .report(new ImpactQuestion(
                            footprint,
                            activity,
                            year,
                            rules,
                            counting,
                            state,
                            day.orElseGet(() -> LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")))),
                            nearM));
            printing.print(ImpactText.forms(
                    report, installation.catalog(), installation.analyses().backdrop()));
        }
        return 0;
    }

    private Geometry shape(Path path, Installation installation) throws IOException {
        try (HandedIn handedIn = HandedIn.of(path)) {
            OptionalInt number = feature.map(OptionalInt::of).orElseGet(OptionalInt::empty);
            return ShapeInFile.read(
                            handedIn.path(),
                            handedIn.name(),
                            new ShapeInFile.Asked(crs, layer, number),
                            installation.intake().home())
                    .shape();
        }
    }
}
