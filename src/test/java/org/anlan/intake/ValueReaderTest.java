package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a value of a file says in words. */
class ValueReaderTest {

    @Test
    void signsThatNobodySeesAndNoDatabaseKeepsAreLeftOut() {
        assertThat(ValueReader.words(" 祥\0芝 \0")).isEqualTo("祥芝");
    }
}
