package org.anlan.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anlan.access.Accounts;
import org.anlan.store.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan user}: the accounts. */
@Command(
        name = "user",
        description = "账户 / accounts",
        subcommands = {
            UserCommand.Add.class,
            UserCommand.ListThem.class,
            UserCommand.Change.class,
            UserCommand.NewPassword.class,
            UserCommand.Close.class
        })
final class UserCommand extends CommandGroup {

    private static void print(Accounts.Made made) {
        System.out.println(line(made.account()));
        made.password()
                .ifPresent(password -> System.out.println(
                        "一次性密码（只显示这一次，首次登录时须修改）/ password (shown only this once; it has to be changed at the first sign-in): "
                                + password));
    }

    private static String line(Account account) {
        return String.join(
                "\t",
                account.name(),
                account.display(),
                String.join(",", account.roles()),
                String.join(",", account.regions()),
                account.closed() ? "closed" : account.mustChange() ? "must change password" : "open",
                account.identity().orElse(""));
    }

    /** {@code anlan user add NAME --roles …}. */
    @Command(name = "add", description = "新建账户 / make an account")
    static final class Add implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "NAME", description = "登录名 / the name to sign in with")
        private String name;

        @Option(names = "--display", defaultValue = "", description = "显示名 / the name for people")
        private String display;

        @Option(
                names = "--roles",
                split = ",",
                required = true,
                description = "角色 / roles: viewer, planner, editor, officer, admin")
        private List<String> roles;

        @Option(
                names = "--regions",
                split = ",",
                description = "限于这些区域（乡镇、海湾代码）/ codes of the only regions it may change things in")
        private List<String> regions = List.of();

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                print(installation.accounts().add(name, new Accounts.Profile(display, roles, regions), Operator.ACTOR));
            }
            return 0;
        }
    }

    /** {@code anlan user list}. */
    @Command(name = "list", description = "列出账户 / list the accounts")
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private Common common;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                installation.accounts().all().forEach(account -> System.out.println(line(account)));
            }
            return 0;
        }
    }

    /** {@code anlan user change NAME}. */
    @Command(
            name = "change",
            description = "更改显示名、角色、区域，或重新启用 / change name for people, roles, regions, or open it again")
    static final class Change implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "NAME", description = "登录名 / the name to sign in with")
        private String name;

        @Option(names = "--display", description = "显示名 / the name for people")
        private Optional<String> display = Optional.empty();

        @Option(names = "--roles", split = ",", description = "角色 / roles: viewer, planner, editor, officer, admin")
        private List<String> roles = List.of();

        @Option(
                names = "--regions",
                split = ",",
                description = "限于这些区域 / codes of the only regions it may change things in")
        private List<String> regions = List.of();

        @Option(names = "--everywhere", description = "不限区域 / in no region only")
        private boolean everywhere;

        @Option(names = "--open", description = "重新启用 / open it again")
        private boolean open;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                print(installation
                        .accounts()
                        .change(
                                name,
                                new Accounts.Change(
                                        display,
                                        given(roles),
                                        everywhere ? Optional.of(List.of()) : given(regions),
                                        open ? Optional.of(false) : Optional.empty(),
                                        false),
                                Operator.ACTOR));
            }
            return 0;
        }

        private static Optional<List<String>> given(List<String> codes) {
            return Optional.of(codes).filter(some -> !some.isEmpty());
        }
    }

    /** {@code anlan user password NAME}. */
    @Command(name = "password", description = "重设密码 / give it a new random password")
    static final class NewPassword implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "NAME", description = "登录名 / the name to sign in with")
        private String name;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                print(installation.accounts().reset(name, Operator.ACTOR));
            }
            return 0;
        }
    }

    /** {@code anlan user close NAME}. */
    @Command(name = "close", description = "停用账户：其会话与密钥随即失效 / close an account: its sessions and keys end")
    static final class Close implements Callable<Integer> {

        @Mixin
        private Common common;

        @Parameters(paramLabel = "NAME", description = "登录名 / the name to sign in with")
        private String name;

        @Override
        public Integer call() {
            try (Installation installation = common.open()) {
                print(installation
                        .accounts()
                        .change(
                                name,
                                new Accounts.Change(
                                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true), false),
                                Operator.ACTOR));
            }
            return 0;
        }
    }
}
