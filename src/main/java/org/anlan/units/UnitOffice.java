package org.anlan.units;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The office that is responsible for a unit, from a day on: an office, never a private person's name.
 *
 * @param number its place among the entries of the unit, from 1
 * @param on from when
 * @param at when it was entered
 * @param author who entered it
 * @param office the office ("市副市长（湾长）")
 * @param plan title of the unit's own plan (一河一策, 一湾一策); may be blank
 * @param remark the remark; may be blank
 */
public record UnitOffice(
        long number, LocalDate on, Instant at, String author, String office, String plan, String remark) {}
