package org.anlan.catalog;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * The values a field may have.
 *
 * @param id name of the list ("coast-type2")
 * @param title name for people
 * @param open an open list takes other values too (they are kept as written and noted), a closed one does not
 * @param entries the values, in the order of the legend
 */
public record CodeList(String id, Text title, boolean open, List<Entry> entries) {

    /**
     * One value.
     *
     * @param code stable code that is stored ("seawall")
     * @param label words for people; files usually carry the Chinese one
     * @param parent code in the list one level up, where there is one
     * @param aliases other wordings met in files
     */
    public record Entry(String code, Text label, Optional<String> parent, List<String> aliases) {}

    /** The entry whose code, label or alias is this word (case and surrounding blanks do not matter). */
    public Optional<Entry> match(String word) {
        String wanted = word.strip();
        return entries.stream()
                .filter(e -> e.code().equalsIgnoreCase(wanted)
                        || e.label().zh().equals(wanted)
                        || e.label().en().equalsIgnoreCase(wanted)
                        || e.aliases().stream().anyMatch(a -> a.equalsIgnoreCase(wanted)))
                .findFirst();
    }

    /** The entry with this code. */
    public Optional<Entry> entry(String code) {
        return entries.stream().filter(e -> e.code().equals(code)).findFirst();
    }
}
