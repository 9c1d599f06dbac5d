package org.anlan.filter;

import java.util.Optional;
import java.util.function.Predicate;
import org.anlan.catalog.CodeList;

/** Words that stand for codes: fields with a code list hold codes, people write their labels. */
final class CodeWords {

    private CodeWords() {}

    /**
     * A text literal that is compared with a property as the property's values have it: the code whose label or alias it is; else as it is. A
     * code goes before a label, letters count as they are written.
     */
    static Expression coded(Expression literal, Expression comparedWith) {
        if (literal instanceof Expression.Words words && comparedWith instanceof Expression.Property property) {
            return property.of()
                    .codes()
                    .flatMap(codes -> code(codes, words.value()))
                    .<Expression>map(Expression.Words::new)
                    .orElse(literal);
        }
        return literal;
    }

    private static Optional<String> code(CodeList codes, String word) {
        return first(codes, entry -> entry.code().equals(word))
                .or(() -> first(
                        codes,
                        entry -> entry.label().zh().equals(word)
                                || entry.label().en().equals(word)))
                .or(() -> first(codes, entry -> entry.aliases().contains(word)));
    }

    private static Optional<String> first(CodeList codes, Predicate<CodeList.Entry> fits) {
        return codes.entries().stream().filter(fits).map(CodeList.Entry::code).findFirst();
    }
}
