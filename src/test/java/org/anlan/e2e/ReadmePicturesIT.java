package org.anlan.e2e;

import java.nio.file.Path;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes the pictures of the README anew: {@code mvn verify -Dit.test=ReadmePicturesIT -Danlan.screenshots=true}. */
@EnabledIfSystemProperty(named = "anlan.screenshots", matches = "true")
class ReadmePicturesIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withDemonstration();

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void showsTheTownsOf2020(String language) {
        try (Reader visitor = CHROMIUM.readerOf(SERVICE)) {
            MapPage page = visitor.newTab();
            page.openPage("?task=retention&year=2020&by=town&lang=" + language);
            page.picture(Path.of("docs", "screenshot-" + language + ".png"));
            visitor.assertNothingAmiss();
        }
    }
}
