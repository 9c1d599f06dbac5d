package org.anlan.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.anlan.access.AdminAccess;
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
            System.out.println(new AdminAccess(installation.store().settings(), Clock.systemUTC()).resetPassword());
        }
        return 0;
    }
}
