package org.anlan.format.place;

/** The cells of one row as text. */
@FunctionalInterface
public interface Texts {

    /** The text of a cell (columns from 0), "" for a blank one or one beyond the end. */
    String at(int column);
}
