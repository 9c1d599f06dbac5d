package org.anlan.casework;

import java.util.Optional;

/**
 * A place where two revisions of a layer differ, proposed as a problem site.
 *
 * @param id names the place in this comparison: the same comparison gives the same id
 * @param change what differs there
 * @param place town, bay and river
 * @param known number of the problem site that was opened for this place before; empty = none
 */
public record RevisionProposal(String id, RevisedPlace change, CasePlace place, Optional<String> known) {}
