package org.anlan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.anlan.base.Refusal;
import org.anlan.coast.SavedScenarios;
import org.anlan.coast.Scenario;
import org.anlan.coast.ScenarioFigure;
import org.anlan.coast.forms.FrozenText;
import org.anlan.coast.forms.ScenarioText;
import org.anlan.coast.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan scenario}: what footprints and restorations would do to the retention ratio. */
@Command(name = "scenario", description = "情景推演：建设与修复对保有率的影响 / what building and restoring would do to the ratio")
final class ScenarioCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE.json", description = "情景文件，格式见 docs/api.md / the scenario, as docs/api.md says")
    private Path file;

    @Option(names = "--save", description = "以文件中的名称保存 / keep it, under the name in the file")
    private boolean save;

    @Mixin
    private FigureFlags printing;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw Refusal.notFound("no-such-file", "没有文件 %s", "There is no file %s", file);
        }
        try (Installation installation = common.open()) {
            Scenario scenario = ScenarioReader.read(file, installation.catalog());
            printing.print(ScenarioText.forms(
                    figure(installation, scenario),
                    scenario,
                    installation.catalog(),
                    installation.analyses().coastMaps()));
        }
        return 0;
    }

    private ScenarioFigure figure(Installation installation, Scenario scenario) {
        if (!save) {
            return installation.analyses().scenarios().figure(scenario);
        }
        SavedScenarios.Saved saved = installation.analyses().savedScenarios().save(scenario, Operator.ACTOR);
        System.err.println(FrozenText.line(saved.head()));
        return saved.figure();
    }
}
