package org.anlan.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anlan.base.Finding;
import org.anlan.base.Severity;

/** Collects the findings of a check. All are counted; so many of each code are kept that a person can work with them. */
final class FindingLog {

    private static final int KEPT_PER_CODE = 2_000;

    private static final int KEPT = 20_000;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Integer> perCode = new HashMap<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

    void add(Finding finding) {
        counts.merge(finding.severity(), 1L, Long::sum);
        if (perCode.merge(finding.code(), 1, Integer::sum) <= KEPT_PER_CODE && kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    void addAll(List<Finding> findings) {
        findings.forEach(this::add);
    }

    long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }

    /** The findings kept, errors first, else in the order they were met. */
    List<Finding> findings() {
        return kept.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}
