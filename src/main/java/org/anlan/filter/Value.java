package org.anlan.filter;

import org.anlan.store.Row;

/** Works out a part of a filter for a row: Boolean, Long, Double, String, LocalDate, Instant, {@link Span} or Geometry; {@code null} where it is unknown. */
@FunctionalInterface
interface Value {
    Object of(Row row);
}
