package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coast that is handed in before the regions has figures that need none, then and later. */
class RetentionBeforeRegionsTest {

    @Test
    void figuresWithoutRegionsStayWhatTheyWere(@TempDir Path folder) throws IOException {
        try (Installed installed = Installed.fresh(folder.resolve("data"))) {
            long coast = Shishi.take(installed.intake(), Shishi.handIn("AX2020.zip"))
                    .get(0)
                    .id();
            RetentionFigure first = installed.retention().figure(by(By.PROTECTION, OptionalLong.empty()));
            assertThat(first.revisions()).isEqualTo(new RetentionFigure.Revisions(coast, 0));
            assertNoRegions(installed, OptionalLong.empty());

            long regions = Shishi.take(installed.intake(), Shishi.handIn("XZQH.zip"))
                    .get(0)
                    .id();

            assertThat(installed.retention().figure(by(By.PROTECTION, OptionalLong.of(coast))))
                    .isEqualTo(first);
            assertNoRegions(installed, OptionalLong.of(coast));
            assertThat(installed
                            .retention()
                            .figure(by(By.TOWN, OptionalLong.of(regions)))
                            .revisions())
                    .isEqualTo(new RetentionFigure.Revisions(coast, regions));
            assertRefused(installed, "unknown-revision", OptionalLong.of(regions + 1));
        }
    }

    private static Retention.Question by(By by, OptionalLong revision) {
        return new Retention.Question(Optional.of(2020), by, Optional.empty(), revision);
    }

    private static void assertNoRegions(Installed installed, OptionalLong revision) {
        assertRefused(installed, "no-regions", revision);
        assertThatThrownBy(() -> installed.retention().figure(by(By.TOWN, revision)))
                .hasMessageContaining("还没有乡镇界线")
                .hasMessageContaining("upload the layer \"Regions\" first");
    }

    private static void assertRefused(Installed installed, String code, OptionalLong revision) {
        assertThatThrownBy(() -> installed.retention().figure(by(By.TOWN, revision)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
