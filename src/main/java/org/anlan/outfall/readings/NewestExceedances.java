package org.anlan.outfall.readings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anlan.outfall.OutfallReading.Exceedance;

/**
 * The newest exceedances one by one, and how many there are in all. Some more are kept than are listed, so that some may go without the older ones being asked for. Never
 * changes.
 */
final class NewestExceedances {

    /** The newest first. */
    static final Comparator<Exceedance> ORDER = Comparator.comparing(Exceedance::sampled)
            .reversed()
            .thenComparing(Exceedance::outfall)
            .thenComparing(Exceedance::parameter);

    private final int most;
    private final List<Exceedance> kept;
    private final long all;

    private NewestExceedances(int most, List<Exceedance> kept, long all) {
        this.most = most;
        this.kept = kept;
        this.all = all;
    }

    /** None yet; at most so many are listed. */
    static NewestExceedances none(int most) {
        return new NewestExceedances(most, List.of(), 0);
    }

    /** The exceedances that are listed, the newest first. */
    List<Exceedance> listed() {
        return kept.subList(0, Math.min(most, kept.size()));
    }

    /** Whether there are older ones that are not listed. */
    boolean isCut() {
        return all > Math.min(most, kept.size());
    }

    /** Whether so many have gone that older ones, which are not kept, would have to be listed. */
    boolean isShort() {
        return kept.size() < Math.min(most, all);
    }

    /** The next ones are these with some more and some less. */
    Next next() {
        return new Next(this);
    }

    /** Exceedances on their way. */
    static final class Next {

        private final NewestExceedances before;
        private final int room;
        private final Set<Exceedance> gone = new HashSet<>();
        private List<Exceedance> come = new ArrayList<>();
        private long all;

        private Next(NewestExceedances before) {
            this.before = before;
            this.room = before.most + before.most / 10;
            this.all = before.all;
        }

        /** One more. */
        void add(Exceedance one) {
            all++;
            come.add(one);
            if (come.size() > 2 * room) {
                come.sort(ORDER);
                come = new ArrayList<>(come.subList(0, room));
            }
        }

        /** One less, of those that were there before. */
        void remove(Exceedance one) {
            all--;
            gone.add(one);
        }

        /** What they are now. */
        NewestExceedances made() {
            come.sort(ORDER);
            List<Exceedance> kept = new ArrayList<>();
            int at = 0;
            for (Exceedance known : before.kept) {
                while (at < come.size() && ORDER.compare(come.get(at), known) < 0) {
                    kept.add(come.get(at++));
                }
                if (!gone.contains(known)) {
                    kept.add(known);
                }
            }
            if (before.kept.size() == before.all) { // else there are others between, which are not kept
                kept.addAll(come.subList(at, come.size()));
            }
            return new NewestExceedances(before.most, List.copyOf(kept.subList(0, Math.min(room, kept.size()))), all);
        }
    }
}
