package org.anlan.coast.tally;

import org.anlan.coast.CountingRules;
import org.anlan.coast.Sums;
import org.anlan.coast.survey.Survey;

/** Adds coast up. */
final class SumsBuilder {

    private final CountingRules rules;
    private int segments;
    private double totalM;
    private double naturalM;
    private double natureLikeM;
    private double estuaryM;
    private double artificialM;
    private double countedNaturalM;
    private double countedTotalM;

    SumsBuilder(CountingRules rules) {
        this.rules = rules;
    }

    /**
     * Adds coast of one kind.
     *
     * @param more segments that it is of and that were not counted before
     */
    void add(Survey.Kind kind, int more, double lengthM) {
        segments += more;
        totalM += lengthM;
        switch (kind.type1()) {
            case "natural" -> naturalM += lengthM;
            case "nature-like" -> natureLikeM += lengthM;
            case "artificial" -> artificialM += lengthM;
            default -> {} // a class of its own (estuarine) is in the total, and below when it is estuary
        }
        if (kind.estuary()) {
            estuaryM += lengthM;
        }
        switch (rules.counts(kind.type1(), kind.type2())) {
            case NATURAL -> {
                countedNaturalM += lengthM;
                countedTotalM += lengthM;
            }
            case TOTAL_ONLY -> countedTotalM += lengthM;
            case EXCLUDED -> {}
        }
    }

    Sums sums() {
        return new Sums(segments, totalM, naturalM, natureLikeM, estuaryM, artificialM, countedNaturalM, countedTotalM);
    }
}
