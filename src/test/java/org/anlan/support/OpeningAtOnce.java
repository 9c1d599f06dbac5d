package org.anlan.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anlan.access.Caller;
import org.anlan.access.Role;
import org.anlan.analysis.Fieldwork;
import org.anlan.base.Refusal;
import org.anlan.casework.CaseComparisons;
import org.anlan.casework.CaseDraft;
import org.anlan.coast.By;
import org.anlan.coast.Change;
import org.anlan.store.Actor;

/** Services of one store that open the same problem site at the same moment. */
public final class OpeningAtOnce {

    /** The comparison that the place is from. */
    private static final Change.Question QUESTION = new Change.Question(
            2015, 2020, By.CITY, Optional.empty(), OptionalLong.empty(), Change.DEFAULT_TOLERANCE_M);

    private OpeningAtOnce() {}

    /** Opens the first place that a comparison proposes. */
    public static String open(CaseComparisons comparisons) {
        String place = comparisons.proposals(QUESTION).proposals().get(0).id();
        CaseDraft draft = new CaseDraft("", "", Optional.empty(), "", Optional.empty());
        Caller officer = Caller.of(new Actor("officer", "test"), Set.of(Role.OFFICER), List.of());
        try {
            return comparisons
                    .open(draft, QUESTION, List.of(place), officer)
                    .get(0)
                    .number();
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    /** How it ends for each of these services: the number of the problem site, or the code of a refusal. */
    public static List<String> with(List<Fieldwork> services) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(services.size());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> all = new ArrayList<>();
        for (Fieldwork one : services) {
            all.add(people.submit(() -> {
                start.await();
                return open(one.comparisons());
            }));
        }
        start.countDown();
        List<String> ends = new ArrayList<>();
        for (Future<String> one : all) {
            ends.add(one.get());
        }
        people.shutdown();
        return ends;
    }
}
