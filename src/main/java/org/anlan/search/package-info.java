/**
 * Features of all layers found by their name, their id or a code of their own. {@link org.anlan.search.Search} answers; the words of a state are kept in memory ({@code NameIndex}),
 * and where they have no room there, the features themselves are read, with the same answer.
 */
package org.anlan.search;
