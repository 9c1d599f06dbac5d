package org.anlan.coast;

/** Adds stretches of coast up. */
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
    private int lastSegment = -1;

    SumsBuilder(CountingRules rules) {
        this.rules = rules;
    }

    /**
     * Adds a stretch.
     *
     * @param number of its segment in the survey; the stretches of a segment come one after another
     */
    void add(int number, Survey.Segment segment, double lengthM) {
        if (number != lastSegment) {
            segments++;
            lastSegment = number;
        }
        totalM += lengthM;
        switch (segment.type1()) {
            case "natural" -> naturalM += lengthM;
            case "nature-like" -> natureLikeM += lengthM;
            case "artificial" -> artificialM += lengthM;
            default -> {} // a class of its own (estuarine) is in the total, and below when it is estuary
        }
        if (segment.estuary()) {
            estuaryM += lengthM;
        }
        switch (rules.counts(segment.type1(), segment.type2())) {
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
