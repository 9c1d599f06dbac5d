package org.anlan.report;

import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Text;

/**
 * A result laid out for people.
 *
 * @param title what it is
 * @param about what was asked: place, year, rules
 * @param blocks what it says
 * @param basis what it rests on: survey year, revisions, rules, method, and the seal of the result ({@link Seal})
 */
public record Document(Text title, Text about, List<Block> blocks, Facts basis) {

    /** The tables, in their order. */
    public List<Table> tables() {
        return blocks.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    /** The document with warnings before everything else. */
    public Document warning(List<Text> warnings) {
        List<Block> all = new ArrayList<>();
        warnings.forEach(text -> all.add(Words.warning(text)));
        all.addAll(blocks);
        return new Document(title, about, List.copyOf(all), basis);
    }
}
