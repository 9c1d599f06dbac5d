package org.anlan.cli;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.analysis.Analyses;
import org.anlan.coast.By;
import org.anlan.coast.Coast;
import org.anlan.coast.Declared;
import org.anlan.coast.Retention;
import org.anlan.coast.Sensitivity;
import org.anlan.coast.forms.CrossText;
import org.anlan.coast.forms.DeclaredText;
import org.anlan.coast.forms.FrozenText;
import org.anlan.coast.forms.RetentionText;
import org.anlan.coast.forms.SensitivityText;
import org.anlan.report.FigureForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan retention}: the natural-coast retention ratio. */
@Command(name = "retention", description = "自然岸线保有率 / natural-coast retention ratio")
final class RetentionCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(names = "--year", description = "调查年度，缺省为最新 / survey year (default: the newest)")
    private Optional<Integer> year = Optional.empty();

    @Option(
            names = "--by",
            defaultValue = "city",
            description = "city, town, bay, protection, space, type1, type2, use (default: ${DEFAULT-VALUE})")
    private String by;

    @Option(names = "--across", description = "交叉表的列 / columns of a cross-table: protection, space, type1, type2, use")
    private Optional<String> across = Optional.empty();

    @Option(names = "--coast", defaultValue = "mainland", description = "mainland, island (default: ${DEFAULT-VALUE})")
    private String coast;

    @Option(
            names = "--target",
            description =
                    "保有率目标：百分数或目标代号 / target: percent or the id of one (default: the installation's own, else national)")
    private Optional<String> target = Optional.empty();

    @Option(names = "--rules", description = "统计规则 / counting rule set, ID or ID@VERSION (default: national-2017)")
    private Optional<String> rules = Optional.empty();

    @Option(names = "--revision", description = "按该修订时的状态 / the state at this revision")
    private Optional<Long> revision = Optional.empty();

    @Option(
            names = "--sensitivity",
            description = "各统计规则并列，以及线形简化的影响 / every rule set side by side, and the effect of simplification")
    private boolean sensitivity;

    @Option(names = "--declared", description = "登记长度与计算长度 / declared against computed lengths")
    private boolean declared;

    @Option(
            names = "--freeze",
            paramLabel = "NAME",
            description = "以此名称固定该结果，供日后核对 / freeze the figure under this name, to be checked later")
    private Optional<String> freeze = Optional.empty();

    @Mixin
    private FigureFlags printing;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            printing.print(forms(installation));
        }
        return 0;
    }

    private FigureForms forms(Installation installation) {
        Analyses analyses = installation.analyses();
        if (sensitivity) {
            return SensitivityText.forms(analyses.sensitivity()
                    .figure(new Sensitivity.Question(
                            year, Coast.of(coast), rules, revision(), Sensitivity.USUAL_TOLERANCES_M)));
        }
        if (declared) {
            return DeclaredText.forms(analyses.declared()
                    .figure(new Declared.Question(
                            year, Coast.of(coast), By.of(by), revision(), Declared.MOST_SEGMENTS)));
        }
        Retention.Question question =
                new Retention.Question(year, Coast.of(coast), By.of(by), rules, target, revision());
        freeze.map(name -> analyses.frozen().freeze(question, across.map(By::of), name, "", Operator.ACTOR))
                .ifPresent(frozen -> System.err.println(FrozenText.line(frozen.head())));
        return across.map(By::of)
                .map(columns -> CrossText.forms(
                        analyses.retention().table(question, columns), installation.catalog(), analyses.coastMaps()))
                .orElseGet(() -> RetentionText.forms(
                        analyses.retention().figure(question), installation.catalog(), analyses.coastMaps()));
    }

    private OptionalLong revision() {
        return revision.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
