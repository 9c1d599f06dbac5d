package org.anlan.cli;

import java.util.concurrent.Callable;
import org.anlan.access.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code anlan password}: a new admin password for who lost theirs; needs access to the data folder. */
@Command(name = "password", description = "重设管理员密码 / make a new admin password")
final class PasswordCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            Accounts accounts = installation.accounts();
            accounts.first()
                    .or(() -> accounts.reset("admin", Operator.ACTOR).password())
                    .ifPresent(System.out::println);
        }
        return 0;
    }
}
