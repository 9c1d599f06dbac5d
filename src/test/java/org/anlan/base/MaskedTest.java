package org.anlan.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://anlan:hush@db/coast, jdbc:postgresql://anlan:***@db/coast",
        "jdbc:postgresql://anlan:hu/s@h@db/coast, jdbc:postgresql://anlan:***@db/coast",
        "postgres://anlan:hush@db:5432/coast, postgres://anlan:***@db:5432/coast",
        "anlan:hush@db, anlan:***@db",
        "jdbc:postgresql://db/coast?user=anlan&password=hush&ssl=true, jdbc:postgresql://db/coast?user=anlan&password=***&ssl=true",
        "jdbc:postgresql://db/coast?sslpassword=hush, jdbc:postgresql://db/coast?sslpassword=***",
        "host=db password=hush dbname=coast, host=db password=*** dbname=coast"
    })
    void aPasswordIsShownAsStarsHoweverTheAddressIsWritten(String written, String shown) {
        assertThat(Masked.text(written)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://db:5432/coast?ssl=true", "127.0.0.1", "/var/lib/anlan", "::1"})
    void whatHoldsNoPasswordIsShownAsItIs(String written) {
        assertThat(Masked.text(written)).isEqualTo(written);
    }
}
