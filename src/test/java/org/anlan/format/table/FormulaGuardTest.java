package org.anlan.format.table;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                "  =1",
                "\uFEFF=1",
                "\u3000=1",
                "=cmd|' /C calc'!A0"
            })
    void whatBeginsLikeAFormulaGetsAnApostrophe(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.unguard("'" + text)).isEqualTo(text);
        assertThat(FormulaGuard.guard("'" + text)).isEqualTo("''" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "'甲", "甲=1", "1-2", "a@b", "'90s"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
        assertThat(FormulaGuard.unguard(text)).isEqualTo(text);
    }

    @Property
    void everyTextComesBack(@ForAll @Chars({'\'', '=', '-', '＝', ' ', '\t', 'a', '\uFEFF'}) String text) {
        assertThat(FormulaGuard.unguard(FormulaGuard.guard(text))).isEqualTo(text);
    }
}
