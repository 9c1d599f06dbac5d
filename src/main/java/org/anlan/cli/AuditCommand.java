package org.anlan.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anlan.access.AuditText;
import org.anlan.report.FigureForms;
import org.anlan.store.AuditHead;
import org.anlan.store.AuditLog;
import org.anlan.store.verify.Verification;
import org.anlan.store.verify.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan audit}: who did what, when and from where. */
@Command(
        name = "audit",
        description = "审计日志 / the audit log",
        subcommands = {AuditCommand.Verify.class, AuditCommand.ListThem.class, AuditCommand.Head.class})
final class AuditCommand extends CommandGroup {

    /** {@code anlan audit verify}, while the service may go on. Exit code 0: nothing was altered; 1: something was. */
    @Command(name = "verify", description = "检查日志是否被改动、删减 / look whether the log was altered or cut")
    static final class Verify implements Callable<Integer> {

        private static final int ALTERED = 1;

        @Mixin
        private Common common;

        @Option(
                names = "--expect",
                paramLabel = "SEQ:HASH",
                description = "此前留存的日志末条，须仍在其中 / a head of the log that was noted before and has to be in it")
        private Optional<String> expect = Optional.empty();

        @Override
        public Integer call() throws IOException {
            Optional<AuditHead> expected = expect.map(AuditHead::read);
            Verified verified = common.looking(snapshot -> {
                MovingLine line = new MovingLine(System.err);
                Verified seen = new Verification(snapshot, line).audit(expected);
                line.end();
                return seen;
            });
            verified.defects()
                    .forEach(defect -> System.out.println(
                            defect.where() + "  " + defect.text().both()));
            long entries = verified.looked().getOrDefault("audit", 0L);
            System.out.println(
                    verified.whole()
                            ? "检查了 " + entries + " 条记录：未见改动 / looked at " + entries + " entries: nothing was altered"
                            : "检查了 " + entries + " 条记录：有 " + verified.counts().get(Verified.Kind.AUDIT)
                                    + " 处不符 / looked at " + entries + " entries: "
                                    + verified.counts().get(Verified.Kind.AUDIT) + " things do not fit");
            return verified.whole() ? 0 : ALTERED;
        }
    }

    /** {@code anlan audit list}. */
    @Command(name = "list", description = "列出记录，最新的在前 / list entries, the newest first")
    static final class ListThem implements Callable<Integer> {

        /** How they are printed. */
        enum Format {
            table,
            json,
            csv
        }

        @Mixin
        private Common common;

        @Option(names = "--who", description = "账户 / only of this account")
        private Optional<String> who = Optional.empty();

        @Option(
                names = "--action",
                description = "操作，如 sign-in / only this action, or those that begin with it and a dot")
        private Optional<String> action = Optional.empty();

        @Option(names = "--subject", description = "对象 / only of this subject")
        private Optional<String> subject = Optional.empty();

        @Option(names = "--before", description = "此序号之前 / only before this number")
        private Optional<Long> before = Optional.empty();

        @Option(
                names = "--limit",
                defaultValue = "100",
                description = "最多条数 / most of them (default: ${DEFAULT-VALUE})")
        private int limit;

        @Option(
                names = "--format",
                defaultValue = "table",
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
        private Format format;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                AuditLog log = installation.store().audit();
                FigureForms forms = AuditText.forms(
                        log.page(new AuditLog.Question(before.orElse(Long.MAX_VALUE), who, action, subject), limit),
                        AuditHead.of(log));
                System.out.print(
                        switch (format) {
                            case table -> forms.table().get();
                            case json -> forms.json().get().toPrettyString() + System.lineSeparator();
                            case csv -> forms.csv().get();
                        });
            }
            return 0;
        }
    }

    /** {@code anlan audit head}: what to note elsewhere, so that a log that was written anew or cut is found out. */
    @Command(name = "head", description = "日志末条（序号:哈希），请另处留存 / the head of the log (SEQ:HASH), to be noted elsewhere")
    static final class Head implements Callable<Integer> {

        @Mixin
        private Common common;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                System.out.println(AuditHead.of(installation.store().audit()));
            }
            return 0;
        }
    }
}
