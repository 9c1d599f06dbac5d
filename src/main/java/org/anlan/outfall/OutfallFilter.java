package org.anlan.outfall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which outfalls are wanted. Words are compared as they are; blank = whatever.
 *
 * @param kind kind
 * @param cat1 class, level 1
 * @param cat2 class, level 2
 * @param town code or name of the town
 * @param bay code of the bay
 * @param receiving the water that receives it
 * @param state state now
 * @param overdue only those past their deadline, or only others
 * @param exceeding only those whose newest reading is above a limit, or only others
 * @param text words in code, local code, name or responsible party
 */
public record OutfallFilter(
        String kind,
        String cat1,
        String cat2,
        String town,
        String bay,
        String receiving,
        String state,
        Optional<Boolean> overdue,
        Optional<Boolean> exceeding,
        String text) {

    /** All of them. */
    public static final OutfallFilter ALL =
            new OutfallFilter("", "", "", "", "", "", "", Optional.empty(), Optional.empty(), "");

    /** Writes the text in small letters, as it is looked for. */
    public OutfallFilter {
        text = text.toLowerCase(Locale.ROOT);
    }

    /** Whether what the layer has of an outfall is wanted. */
    boolean passes(Outfall outfall) {
        return same(kind, outfall.kind())
                && same(cat1, outfall.cat1())
                && same(cat2, outfall.cat2())
                && (same(town, outfall.townCode()) || same(town, outfall.town()))
                && same(bay, outfall.bayCode())
                && same(receiving, outfall.receiving())
                && (text.isEmpty()
                        || List.of(outfall.code(), outfall.localCode(), outfall.name(), outfall.party()).stream()
                                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(text)));
    }

    /** Whether a state, a deadline and readings are wanted. */
    boolean passes(OutfallsNow now, int place) {
        return (state.isEmpty() || state.equals(now.state(place)))
                && overdue.filter(wanted -> wanted != now.overdue(place)).isEmpty()
                && exceeding.filter(wanted -> wanted != now.exceeding(place)).isEmpty();
    }

    private static boolean same(String wanted, String is) {
        return wanted.isEmpty() || wanted.equals(is);
    }
}
