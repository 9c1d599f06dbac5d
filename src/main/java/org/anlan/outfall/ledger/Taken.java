package org.anlan.outfall.ledger;

import java.time.LocalDate;
import org.anlan.outfall.Entry;

/**
 * A step that counts.
 *
 * @param number number of the entry that states it
 * @param on its day
 * @param author who entered it
 * @param step what it says
 * @param state the state that it leaves the outfall in
 */
public record Taken(long number, LocalDate on, String author, Entry.Step step, String state) {}
