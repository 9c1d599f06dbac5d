package org.anlan.casework;

import java.util.Optional;
import org.anlan.coast.ChangeFigure;

/**
 * A place where natural coast became something else between two surveys, proposed as a problem site.
 *
 * @param id names the place in this comparison: the same comparison gives the same id
 * @param reach what changed there
 * @param place town, bay and river
 * @param known number of the problem site that was opened for this place before; empty = none
 */
public record CaseProposal(String id, ChangeFigure.Reach reach, CasePlace place, Optional<String> known) {}
