/**
 * Floor 3: filters in the OGC Common Query Language (CQL2, 21-065r2), as text and as JSON, evaluated over {@link org.anlan.store.Row}.
 * {@link org.anlan.filter.Queryables} says what a filter may name, {@link org.anlan.filter.Cql} reads one, {@link org.anlan.filter.Filter} runs it.
 *
 * <p>Conformance classes of 21-065r2: Basic CQL2, Advanced Comparison Operators, Case-insensitive Comparison, Accent-insensitive Comparison, Basic
 * Spatial Functions (also "with additional spatial literals"), Spatial Functions, Temporal Functions, Property-Property Comparisons, Functions
 * ({@code length}, {@code area}, {@code upper}, {@code lower}), Arithmetic Expressions, CQL2 Text, CQL2 JSON. <b>Not</b> Array Functions: no layer has a
 * field that holds an array, so {@code A_…} is refused.
 *
 * <p>What the standard leaves open is decided so:
 * <ul>
 *   <li>Nothing is cast in comparisons: {@code survey_year = '2020'} is refused, not guessed at.
 *   <li>Where a date meets a timestamp, the timestamp counts as its day in UTC.
 *   <li>A comparison with no value is unknown, and so is a division by zero or a figure too large; only what is true passes.
 *   <li>Text compares by code points. A text literal that equals the Chinese or English label or an alias of a code stands for that code when it is
 *       compared (=, &lt;&gt;, IN) with a field that holds codes.
 *   <li>{@code /} divides real numbers (7 / 2 = 3.5), {@code div} and {@code %} cut towards zero (-7 div 2 = -3, -7 % 2 = -1).
 *   <li>A text cannot end in a backslash and cannot hold control characters: CQL2 text has no way to write them.
 * </ul>
 *
 * <p>Every refusal has the code {@code bad-filter} and names the place in the filter.
 */
package org.anlan.filter;
