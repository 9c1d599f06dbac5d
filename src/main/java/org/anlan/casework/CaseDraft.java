package org.anlan.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody says about a problem site that they open; the rest follows from where it comes from.
 *
 * @param title what it is; blank = as its source says, where there is one
 * @param remark more about it; may be blank
 * @param found the day it was found; empty = today
 * @param unit unit in charge; may be blank
 * @param deadline until when it is to be put right
 */
public record CaseDraft(
        String title, String remark, Optional<LocalDate> found, String unit, Optional<LocalDate> deadline) {}
