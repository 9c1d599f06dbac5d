package org.anlan.intake;

import java.util.List;
import java.util.Map;
import org.anlan.base.Finding;
import org.anlan.coast.RetentionEffect;
import org.anlan.store.Changes;

/**
 * What a check of an upload found, and what a commit would change.
 *
 * @param errors findings that block the commit
 * @param warnings findings to be looked at
 * @param notes things told for the record
 * @param findings the findings, errors first; of each code at most some thousand
 * @param parts per layer of the file that is taken in
 * @param bases the revision of each layer that was compared with; 0 where it had none
 * @param changes the changes feature by feature; of each kind at most some thousand, none for a commit
 * @param effects what it does to the retention ratio, for each survey year that it touches; none for a commit
 */
public record CheckReport(
        long errors,
        long warnings,
        long notes,
        List<Finding> findings,
        List<Part> parts,
        Map<String, Long> bases,
        List<FeatureChange> changes,
        List<RetentionEffect> effects) {

    /**
     * One layer of the file.
     *
     * @param index its position in the file, from 0
     * @param layer catalogue layer it goes to
     * @param read records read
     * @param changes what it changes; parts that go to the same catalogue layer share one count
     * @param unmatched words that the code lists of their fields do not know, those met most often first
     */
    public record Part(int index, String layer, long read, Changes changes, List<Inspection.Unmatched> unmatched) {

        /** Fills in what reports of older versions left out. */
        public Part {
            unmatched = unmatched == null ? List.of() : List.copyOf(unmatched);
        }
    }

    /** The same report with what it was compared with and what that gave. */
    CheckReport comparedWith(Map<String, Long> with, List<FeatureChange> found, List<RetentionEffect> figures) {
        return new CheckReport(errors, warnings, notes, findings, parts, with, found, figures);
    }

    /** Whether errors stand in the way of a commit. */
    public boolean blocked() {
        return errors > 0;
    }
}
