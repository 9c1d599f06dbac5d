package org.anlan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.anlan.access.Caller;
import org.anlan.access.Role;
import org.anlan.catalog.LayerDefinition;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Edit;
import org.anlan.intake.EditJson;
import org.anlan.intake.Intake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan edit}: features of a layer changed one by one, as one revision. Exit code 3 when findings block it. */
@Command(name = "edit", description = "逐个修改图层中的要素，成为一个修订 / change features of a layer by hand, as one revision")
final class EditCommand implements Callable<Integer> {

    private static final int BLOCKED = 3;

    @Mixin
    private Common common;

    @Parameters(index = "0", paramLabel = "LAYER", description = "图层 / the layer")
    private String layer;

    @Parameters(
            index = "1",
            paramLabel = "EDIT.json",
            description =
                    "{\"base\":修订/revision,\"put\":[{\"id\",\"properties\",\"geometry\"}],\"remove\":[id],\"note\"}")
    private Path file;

    @Option(names = "--check", description = "只检查，不保存 / only look at it, keep nothing")
    private boolean check;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            LayerDefinition known = installation.catalog().layer(layer);
            Edit edit = EditJson.read(known, GeoJsonIn.read(file));
            Caller caller = Caller.of(Operator.ACTOR, Set.of(Role.ADMIN), List.of());
            Report report = new Report(System.out);
            if (check) {
                CheckReport found = installation.intake().edits().check(edit, caller);
                report.check(found);
                return found.blocked() ? BLOCKED : 0;
            }
            Intake.Outcome outcome = installation.intake().edits().commit(edit, caller);
            report.check(outcome.report());
            report.commit(outcome);
            return outcome.report().blocked() ? BLOCKED : 0;
        }
    }
}
