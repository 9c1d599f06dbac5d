package org.anlan.filter;

import org.anlan.store.Row;

/**
 * A value that is ready to be taken from features.
 *
 * @param <T> its Java type
 */
@FunctionalInterface
interface Value<T> {

    /** The value of this feature; {@code null} when it has none. */
    T of(Row row);
}
