package org.anlan.http.ogc;

import static org.anlan.http.ogc.OgcReader.encoded;
import static org.anlan.http.ogc.OgcReader.ids;
import static org.anlan.http.ogc.OgcReader.links;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.support.RunningServer;

/** Made-up filters over the demonstration's coast: the service gives, from either store, the segments that are found by looking at each one of them. */
class FilteredItemsTest {

    private static RunningServer embedded;
    private static RunningServer inPostgis;
    private static LayerDefinition coast;
    private static long revision;

    @BeforeContainer
    static void start() throws IOException {
        embedded = RunningServer.withDemonstration().start();
        inPostgis = RunningServer.withDemonstration().inPostgis().start();
        coast = embedded.services().catalog().layer("coastline");
        revision = embedded.services()
                .store()
                .revisions()
                .newest("coastline")
                .orElseThrow()
                .id();
    }

    @AfterContainer
    static void stop() throws IOException {
        embedded.close();
        inPostgis.close();
    }

    @Property(tries = 100)
    void bothStoresGiveWhatLookingAtEachSegmentFinds(@ForAll("filters") Condition filter) {
        Set<String> expected = lookedAt(filter);
        for (RunningServer server : List.of(embedded, inPostgis)) {
            assertThat(found(server, "filter=" + encoded(filter.text()) + "&limit=1000"))
                    .as(filter.text())
                    .isEqualTo(expected);
            assertThat(found(server, "filter-lang=cql2-json&limit=1000&filter=" + encoded(filter.json())))
                    .as(filter.json())
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 15)
    void pagesOfAFilterLoseAndDoubleNothing(@ForAll("filters") Condition filter) {
        Set<String> expected = lookedAt(filter);
        for (RunningServer server : List.of(embedded, inPostgis)) {
            List<String> found = new ArrayList<>();
            OgcReader reader = new OgcReader(server);
            Optional<String> next =
                    Optional.of("/ogc/collections/coastline/items?limit=40&filter=" + encoded(filter.text()));
            while (next.isPresent()) {
                JsonNode page = reader.json(next.get());
                found.addAll(ids(page));
                assertThat(page.path("numberMatched").asInt()).isEqualTo(expected.size());
                next = links(page, "next").stream().findFirst();
            }
            assertThat(found).as(filter.text()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Provide
    Arbitrary<Condition> filters() {
        return Arbitraries.randomValue(random -> Condition.any(random, coast, 3));
    }

    private static Set<String> lookedAt(Condition filter) {
        TreeSet<String> ids = new TreeSet<>();
        boolean unused = embedded.services().store().features().read(FeatureQuery.all(coast, revision), row -> {
            if (Boolean.TRUE.equals(filter.truth().apply(row))) {
                ids.add(row.id());
            }
            return true;
        });
        return ids;
    }

    private static Set<String> found(RunningServer server, String parameters) {
        return new TreeSet<>(ids(new OgcReader(server).json("/ogc/collections/coastline/items?" + parameters)));
    }
}
