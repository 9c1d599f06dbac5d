package org.anlan.outfall.ledger;

import java.util.function.Function;

/**
 * Something that follows from revisions, derived once for them and let go of when others are asked for.
 *
 * @param <K> what it rests on
 * @param <V> what follows
 */
public final class Lately<K, V> {

    private final Function<K, V> maker;
    private K key;
    private V value;

    /** Things made like this. */
    public Lately(Function<K, V> maker) {
        this.maker = maker;
    }

    /** What follows from this. */
    public synchronized V of(K wanted) {
        if (!wanted.equals(key)) {
            key = null;
            value = null; // let go of before the next is made: two at once may be too much
            value = maker.apply(wanted);
            key = wanted;
        }
        return value;
    }
}
