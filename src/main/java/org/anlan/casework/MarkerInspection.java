package org.anlan.casework;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An inspection of a boundary marker.
 *
 * @param number its place among the inspections of the marker, from 1
 * @param on the day
 * @param at when it was entered
 * @param author who entered it
 * @param state code of the state it was found in
 * @param remark the remark; may be blank
 */
public record MarkerInspection(long number, LocalDate on, Instant at, String author, String state, String remark) {}
