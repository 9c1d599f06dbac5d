package org.anlan.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.anlan.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {

    private static final Origin HERE = new Origin(Origin.Kind.ENVIRONMENT, "ANLAN_DB");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/coast",
                "jdbc:postgresql://db.example.org:5433/coast?ssl=true&sslmode=verify-full",
                "jdbc:postgresql://one:5432,two:5432/coast?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/coast",
                "jdbc:postgresql:///coast"
            })
    void anAddressWithoutCredentialsIsKeptAsItIs(String address) {
        JdbcUrl url = JdbcUrl.read("db", address, HERE);
        assertThat(url.plain()).isEqualTo(address);
        assertThat(url.user()).isEmpty();
        assertThat(url.password()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://anlan:hush%21@db/coast?ssl=true",
                "jdbc:postgresql://db/coast?user=anlan&ssl=true&password=hush%21"
            })
    void theUserAndThePasswordAreTakenOut(String address) {
        JdbcUrl url = JdbcUrl.read("db", address, HERE);
        assertThat(url.plain()).isEqualTo("jdbc:postgresql://db/coast?ssl=true");
        assertThat(url.user()).contains("anlan");
        assertThat(url.password()).contains(new Secret("hush!"));
        assertThat(url.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://anlan:hush@db/coast",
                "jdbc:mysql://db/coast?password=hush",
                "jdbc:postgresql://anlan:hush@db",
                "jdbc:postgresql://anlan:hush@db/",
                "jdbc:postgresql://anlan:hu/sh@db/coast",
                "jdbc:postgresql://anlan:hush%zz@db/coast",
                "jdbc:postgresql://db:x:5432/coast?password=hush",
                "host=db password=hush"
            })
    void anAddressOfAnotherKindIsRefusedWithoutItsPassword(String address) {
        assertThatThrownBy(() -> JdbcUrl.read("db", address, HERE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("bad-setting"))
                .hasMessageContaining("ANLAN_DB")
                .hasMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE")
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("sh@");
    }

    @Test
    void aSecretIsNeverPrinted() {
        assertThat(new Secret("hush")).hasToString("***").isEqualTo(new Secret("hush"));
        assertThat(new Found("hush", HERE).toString()).doesNotContain("hush");
    }
}
