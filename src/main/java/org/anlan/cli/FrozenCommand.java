package org.anlan.cli;

import java.util.concurrent.Callable;
import org.anlan.coast.FrozenCheck;
import org.anlan.coast.FrozenFigures;
import org.anlan.coast.forms.FrozenText;
import org.anlan.store.StoredDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code anlan frozen}: retention figures that were frozen. Exit code of a check: 0 when the figure comes out as it was frozen, else 1. */
@Command(
        name = "frozen",
        description = "已固定的保有率结果 / frozen retention figures",
        subcommands = {FrozenCommand.ListThem.class, FrozenCommand.Show.class, FrozenCommand.Check.class})
final class FrozenCommand extends CommandGroup {

    /** {@code anlan frozen list}. */
    @Command(name = "list", description = "列出 / list them, newest first")
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private Common common;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                installation.analyses().frozen().all().forEach(head -> System.out.println(FrozenText.line(head)));
            }
            return 0;
        }
    }

    /** {@code anlan frozen show ID}. */
    @Command(name = "show", description = "输出全部内容（JSON）/ print all that is kept of one, as JSON")
    static final class Show implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "ID", description = "编号 / its id")
        private String id;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                FrozenFigures frozen = installation.analyses().frozen();
                StoredDocument document = frozen.find(id);
                System.out.println(
                        FrozenText.tree(document.head(), frozen.body(document)).toPrettyString());
            }
            return 0;
        }
    }

    /** {@code anlan frozen check ID}. */
    @Command(name = "check", description = "重新计算并比对 / compute one anew and compare")
    static final class Check implements Callable<Integer> {

        private static final int DIFFERS = 1;

        @Mixin
        private Common common;

        @Parameters(paramLabel = "ID", description = "编号 / its id")
        private String id;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                FrozenFigures frozen = installation.analyses().frozen();
                FrozenCheck check = frozen.check(id);
                System.out.println(FrozenText.line(frozen.find(id).head()));
                check.reasons()
                        .forEach(reason -> System.out.println(
                                "! " + reason.code() + ": " + reason.text().both()));
                System.out.println(check.matches() ? "一致 / the same" : "不一致 / not the same");
                return check.matches() ? 0 : DIFFERS;
            }
        }
    }
}
