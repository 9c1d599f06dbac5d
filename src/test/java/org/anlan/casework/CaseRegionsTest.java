package org.anlan.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.access.Caller;
import org.anlan.access.Role;
import org.anlan.analysis.Fieldwork;
import org.anlan.base.Refusal;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.store.Actor;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Who may work on problem sites where, and what the ledger keeps of them. */
class CaseRegionsTest {

    private static final Geometry INLAND = new GeometryFactory().createPoint(new Coordinate(118.7, 24.7));
    private static final Geometry FAR = new GeometryFactory().createPoint(new Coordinate(110.0, 20.0));

    private static CaseDraft draft() {
        return new CaseDraft("堆放", "", Optional.empty(), "", Optional.empty());
    }

    private static Caller officer(String... regions) {
        return Caller.of(new Actor("officer", "test"), Set.of(Role.OFFICER), List.of(regions));
    }

    private static CaseMove to(CaseState state, LocalDate on) {
        return new CaseMove(
                Optional.of(state),
                Optional.of(on),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalLong.empty());
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    @Test
    void whoWorksForATownChangesNothingElsewhere(@TempDir Path folder) throws IOException {
        Path data = FilledStore.make(folder.resolve("data"), FilledStore.COAST);
        try (Installed installed = Installed.open(data)) {
            Fieldwork work = installed.fieldwork();
            Case one = work.openings().byHand(draft(), INLAND, Optional.empty(), officer());
            String town = one.opening().place().town().orElseThrow().code();
            LocalDate today = work.cases().today();
            assertRefused("not-your-region", () -> work.openings()
                    .byHand(draft(), INLAND, Optional.empty(), officer("350581001")));
            assertRefused(
                    "not-your-region", () -> work.openings().byHand(draft(), FAR, Optional.empty(), officer(town)));
            assertRefused("not-your-region", () -> work.cases()
                    .move(one.number(), to(CaseState.HANDED_OVER, today), officer("350581001")));
            assertThat(work.cases().all()).hasSize(1);
            Case moved = work.cases().move(one.number(), to(CaseState.HANDED_OVER, today), officer(town));
            assertRefused("days-in-order", () -> work.cases()
                    .move(one.number(), to(CaseState.RECTIFYING, today.minusDays(1)), officer(town)));

            Fieldwork anew = installed.fieldwork();
            Case read = anew.cases().find(one.number());
            assertThat(read.entries()).isEqualTo(moved.entries());
            assertThat(GeoJsonGeometry.text(read.opening().shape())).isEqualTo(GeoJsonGeometry.text(INLAND));
            assertThat(read.asOf(today.minusDays(1))).isEmpty();
        }
    }

    @Test
    void eachStateLeadsOneStepOnOrBackOnly() {
        List<CaseState> loop = List.of(CaseState.values());
        for (CaseState from : loop) {
            for (CaseState to : loop) {
                int way = loop.indexOf(to) - loop.indexOf(from);
                assertThat(from.next().contains(to)).as(from + " to " + to).isEqualTo(way == 1 || way < 0);
            }
        }
    }
}
