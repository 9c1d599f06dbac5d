package org.anlan.outfall.ledger;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something that follows from revisions, derived once for them and let go of when others are asked for.
 *
 * @param <K> what it rests on
 * @param <V> what follows
 */
public final class Lately<K, V> {

    private final Function<K, V> maker;
    private final BiFunction<V, K, Optional<V>> follower;
    private K key;
    private V value;

    /** Things made like this. */
    public Lately(Function<K, V> maker) {
        this(maker, (before, wanted) -> Optional.empty());
    }

    /**
     * Things made like this, or from what followed before.
     *
     * @param follower makes the next from the one before; empty when it is better made anew
     */
    public Lately(Function<K, V> maker, BiFunction<V, K, Optional<V>> follower) {
        this.maker = maker;
        this.follower = follower;
    }

    /** What follows from this. */
    public synchronized V of(K wanted) {
        if (!wanted.equals(key)) {
            value = key == null ? null : follower.apply(value, wanted).orElse(null);
            if (value == null) { // the one before is let go of before the next is made: two at once may be too much
                key = null;
                value = maker.apply(wanted);
            }
            key = wanted;
        }
        return value;
    }
}
