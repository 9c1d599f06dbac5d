package org.anlan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.anlan.access.Keys;
import org.anlan.store.ApiToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan token}: the keys by which programs act for an account. */
@Command(
        name = "token",
        description = "程序使用的密钥 / keys of programs",
        subcommands = {TokenCommand.Add.class, TokenCommand.ListThem.class, TokenCommand.Revoke.class})
final class TokenCommand extends CommandGroup {

    private static String line(ApiToken key) {
        return String.join(
                "\t",
                key.id(),
                key.account(),
                key.label(),
                String.join(",", key.scopes()),
                key.expiresAt().map(Object::toString).orElse(""),
                key.revokedAt().map(at -> "revoked " + at).orElse(""));
    }

    /** {@code anlan token add ACCOUNT --label … --scopes …}. */
    @Command(name = "add", description = "新建密钥 / make a key")
    static final class Add implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "ACCOUNT", description = "所属账户 / whose it is")
        private String account;

        @Option(names = "--label", required = true, description = "用途 / what it is for")
        private String label;

        @Option(
                names = "--scopes",
                split = ",",
                defaultValue = Keys.READ,
                description = "权限范围 / scopes: read, figures, layers, ledgers, cases, admin (default: ${DEFAULT-VALUE})")
        private List<String> scopes;

        @Option(
                names = "--days",
                defaultValue = "" + Keys.USUAL_DAYS,
                description = "有效天数 / days that it holds (default: ${DEFAULT-VALUE})")
        private int days;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                Keys.Made made = installation
                        .keys()
                        .add(
                                installation.accounts().find(account),
                                new Keys.Wanted(label, scopes, days),
                                Operator.ACTOR);
                System.out.println(line(made.key()));
                System.out.println("密钥（只显示这一次）/ key (shown only this once): " + made.secret());
            }
            return 0;
        }
    }

    /** {@code anlan token list ACCOUNT}. */
    @Command(name = "list", description = "列出一个账户的密钥 / list the keys of an account")
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "ACCOUNT", description = "所属账户 / whose they are")
        private String account;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                installation.accounts().find(account);
                installation.keys().of(account).forEach(key -> System.out.println(line(key)));
            }
            return 0;
        }
    }

    /** {@code anlan token revoke ID}. */
    @Command(name = "revoke", description = "收回密钥 / take a key back")
    static final class Revoke implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "ID", description = "密钥编号 / its id")
        private String id;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                Keys keys = installation.keys();
                keys.revoke(keys.find(id), Operator.ACTOR);
                System.out.println(line(keys.find(id)));
            }
            return 0;
        }
    }
}
