package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.By;
import org.anlan.coast.Retention;
import org.anlan.store.Revision;
import org.anlan.store.postgis.PostgisStore;
import org.anlan.support.Installed;
import org.anlan.support.PostgisCluster;
import org.anlan.support.Rows;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's hand-ins make the same state, features and figures in a data folder and in PostgreSQL. */
class SameOnBothStoresTest {

    @TempDir
    Path folder;

    @Test
    void theDemonstrationIsTheSameInADatabaseAsInADataFolder() throws IOException {
        Catalog catalog = CatalogReader.load(Optional.empty());
        PostgisCluster cluster = PostgisCluster.shared();
        String database = cluster.newDatabase();
        try (Installed embedded = Installed.demo(folder.resolve("data"));
                Installed shared = Installed.over(
                        catalog, PostgisStore.open(cluster.address(database), catalog, folder.resolve("database")))) {
            for (String name : Installed.HAND_INS) {
                shared.commit(Shishi.handIn(name + ".zip"));
            }
            for (LayerDefinition layer : catalog.layers()) {
                assertThat(told(shared, layer)).as(layer.id()).isEqualTo(told(embedded, layer));
                assertThat(Rows.byId(Rows.current(shared.store(), layer)).keySet())
                        .as(layer.id())
                        .isEqualTo(
                                Rows.byId(Rows.current(embedded.store(), layer)).keySet());
            }
            for (int year : List.of(2015, 2020, 2025)) {
                for (By by : By.values()) {
                    var question =
                            new Retention.Question(Optional.of(year), by, Optional.empty(), OptionalLong.empty());
                    assertThat(shared.retention().figure(question))
                            .as(year + " by " + by)
                            .isEqualTo(embedded.retention().figure(question));
                }
            }
        } finally {
            cluster.drop(database);
        }
    }

    /** What a layer's revisions changed and left; not when, nor their notes. */
    private static List<Object> told(Installed installed, LayerDefinition layer) {
        return installed.store().revisions().of(layer.id()).stream()
                .<Object>map(SameOnBothStoresTest::told)
                .toList();
    }

    private static List<Object> told(Revision revision) {
        return Arrays.asList(
                revision.added(),
                revision.changed(),
                revision.removed(),
                revision.state(),
                revision.repairs(),
                revision.origin().source());
    }
}
