package org.anlan.outfall.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.anlan.outfall.OutfallReading.Exceedance;

/** The newest exceedances while some come and some go, beside all of them sorted. */
class NewestExceedancesTest {

    private static final int MOST = 20;

    private static Exceedance exceedance(int number) {
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(number / 4);
        return new Exceedance("P" + number % 2, day, "2024Q1", number % 4 < 2 ? "cod" : "tp", 3, 2);
    }

    private static List<Exceedance> newest(Set<Exceedance> all) {
        return all.stream().sorted(NewestExceedances.ORDER).limit(MOST).toList();
    }

    @Property(tries = 200)
    void areTheFirstOfAllSortedUnlessTheySayThatTheyAreShort(
            @ForAll @Size(min = 1, max = 8) List<@Size(max = 30) List<@IntRange(max = 79) Integer>> turns) {
        Set<Exceedance> all = new LinkedHashSet<>();
        NewestExceedances kept = NewestExceedances.none(MOST);
        for (List<Integer> turn : turns) {
            NewestExceedances.Next next = kept.next();
            List<Exceedance> one = turn.stream()
                    .distinct()
                    .map(NewestExceedancesTest::exceedance)
                    .toList();
            List<Exceedance> gone = one.stream().filter(all::contains).toList();
            List<Exceedance> come = new ArrayList<>(one);
            come.removeAll(gone);
            gone.forEach(next::remove);
            come.forEach(next::add);
            gone.forEach(all::remove);
            all.addAll(come);
            kept = next.made();
            if (kept.isShort()) {
                return;
            }
            assertThat(kept.listed()).isEqualTo(newest(all));
        }
    }

    @Example
    void severalMayGoBeforeOlderOnesThatAreNotKeptAreMissed() {
        NewestExceedances.Next first = NewestExceedances.none(MOST).next();
        IntStream.range(0, 80).mapToObj(NewestExceedancesTest::exceedance).forEach(first::add);
        NewestExceedances full = first.made();
        NewestExceedances.Next two = full.next();
        full.listed().subList(0, 2).forEach(two::remove);
        NewestExceedances.Next three = full.next();
        full.listed().subList(0, 3).forEach(three::remove);
        assertThat(two.made().isShort()).isFalse();
        assertThat(two.made().listed()).hasSize(MOST);
        assertThat(three.made().isShort()).isTrue();
    }

    @Example
    void aCorrectionThatLeavesAValueAsItWasKeepsIt() {
        NewestExceedances.Next first = NewestExceedances.none(MOST).next();
        first.add(exceedance(1));
        NewestExceedances.Next same = first.made().next();
        same.remove(exceedance(1));
        same.add(exceedance(1));
        assertThat(same.made().listed()).containsExactly(exceedance(1));
    }
}
