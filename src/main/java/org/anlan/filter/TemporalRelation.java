package org.anlan.filter;

/**
 * How two times lie to each other (21-065r2, tables of the temporal functions; the definitions are those of the W3C/OGC Time Ontology in OWL). An
 * instant is an interval that starts and ends at once; the relations below {@link #INTERSECTS} are of intervals only.
 */
public enum TemporalRelation {
    /** The first starts after the second has ended. */
    AFTER("t_after", false),
    /** The first has ended before the second starts. */
    BEFORE("t_before", false),
    /** One is over before the other starts. */
    DISJOINT("t_disjoint", false),
    /** Both start at once and end at once. */
    EQUALS("t_equals", false),
    /** They have an instant in common. */
    INTERSECTS("t_intersects", false),
    /** The first starts before the second and ends after it. */
    CONTAINS("t_contains", true),
    /** The first starts after the second and ends before it. */
    DURING("t_during", true),
    /** Both end at once, the first starts before the second. */
    FINISHED_BY("t_finishedBy", true),
    /** Both end at once, the first starts after the second. */
    FINISHES("t_finishes", true),
    /** The first ends when the second starts. */
    MEETS("t_meets", true),
    /** The first starts when the second ends. */
    MET_BY("t_metBy", true),
    /** The second starts first and ends during the first. */
    OVERLAPPED_BY("t_overlappedBy", true),
    /** The first starts first and ends during the second. */
    OVERLAPS("t_overlaps", true),
    /** Both start at once, the first ends after the second. */
    STARTED_BY("t_startedBy", true),
    /** Both start at once, the first ends before the second. */
    STARTS("t_starts", true);

    private final String op;
    private final boolean ofIntervals;

    TemporalRelation(String op, boolean ofIntervals) {
        this.op = op;
        this.ofIntervals = ofIntervals;
    }

    /** The function's name in JSON: "t_finishedBy". */
    public String op() {
        return op;
    }

    /** The function's name in text: "T_FINISHEDBY". */
    public String word() {
        return "T_" + name().replace("_", "");
    }

    /** Whether both operands must be intervals. */
    boolean ofIntervals() {
        return ofIntervals;
    }

    /**
     * Whether it holds of two times whose ends compare so (negative, zero, positive).
     *
     * @param starts the first's start with the second's start
     * @param ends the first's end with the second's end
     * @param startEnd the first's start with the second's end
     * @param endStart the first's end with the second's start
     */
    boolean holds(int starts, int ends, int startEnd, int endStart) {
        return switch (this) {
            case AFTER -> startEnd > 0;
            case BEFORE -> endStart < 0;
            case DISJOINT -> startEnd > 0 || endStart < 0;
            case EQUALS -> starts == 0 && ends == 0;
            case INTERSECTS -> startEnd <= 0 && endStart >= 0;
            case CONTAINS -> starts < 0 && ends > 0;
            case DURING -> starts > 0 && ends < 0;
            case FINISHED_BY -> starts < 0 && ends == 0;
            case FINISHES -> starts > 0 && ends == 0;
            case MEETS -> endStart == 0;
            case MET_BY -> startEnd == 0;
            case OVERLAPPED_BY -> starts > 0 && startEnd < 0 && ends > 0;
            case OVERLAPS -> starts < 0 && endStart > 0 && ends < 0;
            case STARTED_BY -> starts == 0 && ends > 0;
            case STARTS -> starts == 0 && ends < 0;
        };
    }
}
