package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anlan.support.FilledStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, keys and the audit log from the command line. */
class PeopleCommandsTest {

    @TempDir
    private Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() throws IOException {
        FilledStore.make(folder.resolve("data"), List.of());
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        return Commands.run(Map.of(), folder, all.toArray(new String[0]));
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anAccountIsMadeChangedAndClosedAndEachIsInTheAuditLog() {
        assertThat(run("user", "add", "zhang", "--display", "张三", "--roles", "editor,officer"))
                .isZero();
        assertThat(said()).contains("zhang\t张三\teditor,officer", "must change password", "only this once");
        assertThat(run("user", "add", "zhang", "--roles", "viewer")).isEqualTo(2);
        assertThat(said()).contains("account-exists");
        assertThat(run("user", "change", "zhang", "--roles", "boss")).isEqualTo(2);
        assertThat(said()).contains("unknown-role", "planner");
        assertThat(run("token", "add", "zhang", "--label", "夜间", "--scopes", "layers", "--days", "7"))
                .isZero();
        assertThat(said()).contains("anlan_key_");
        String id = said().lines()
                .filter(line -> line.contains("夜间"))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .findFirst()
                .orElseThrow();
        assertThat(run("token", "revoke", id)).isZero();
        assertThat(run("token", "list", "zhang")).isZero();
        assertThat(said()).contains("夜间", "revoked ").doesNotContain("anlan_key_");
        assertThat(run("user", "close", "zhang")).isZero();
        assertThat(run("user", "list")).isZero();
        assertThat(said()).contains("zhang", "closed");
        assertThat(run("audit", "list", "--format", "csv")).isZero();
        assertThat(said())
                .contains("account.add,zhang", "token.add,zhang", "token.revoke", "account.change,zhang")
                .contains("admin,command-line")
                .doesNotContain("argon2");
    }

    @Test
    void anAuditLogThatWasAlteredOrCutIsFound() throws SQLException {
        run("user", "add", "zhang", "--roles", "viewer");
        run("user", "close", "zhang");
        assertThat(run("audit", "head")).isZero();
        String head = said().strip();
        assertThat(head).matches("2:[0-9a-f]{64}");
        assertThat(run("audit", "verify", "--expect", head)).isZero();
        assertThat(said()).contains("looked at 2 entries: nothing was altered");
        assertThat(run("audit", "verify", "--expect", "2:x")).isEqualTo(2);
        alter("DELETE FROM audit WHERE seq = 2");
        assertThat(run("audit", "verify")).isZero();
        assertThat(run("audit", "verify", "--expect", head)).isEqualTo(1);
        assertThat(said()).contains("ends before entry 2");
        alter("UPDATE audit SET who = 'somebody' WHERE seq = 1");
        assertThat(run("audit", "verify")).isEqualTo(1);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(said()).contains("audit 1", "damaged");
    }

    private void alter(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/data.gpkg"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
