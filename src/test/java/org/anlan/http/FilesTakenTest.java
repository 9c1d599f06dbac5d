package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anlan.store.AuditEntry;
import org.anlan.store.AuditLog;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are taken away are in the audit log: who, from where, what. */
class FilesTakenTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static List<AuditEntry> exports() {
        SERVER.services().access().trail().settle();
        AuditLog.Question exports =
                new AuditLog.Question(Long.MAX_VALUE, Optional.empty(), Optional.of("export"), Optional.empty());
        return SERVER.services().store().audit().page(exports, 1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "coast/retention, format=csv, text/csv",
        "coast/retention, format=html&lang=en, text/html",
        "coast/change, from=2015&to=2020&format=xlsx, application/vnd.openxmlformats",
        "outfalls, format=csv, text/csv",
        "cases, format=xlsx&state=found, application/vnd.openxmlformats",
        "units, format=csv&kind=bay, text/csv"
    })
    void aFigureOrListAsAFileIsAnEntryWithWhatWasAsked(String path, String query, String type) {
        int before = exports().size();
        Client.Answer answer = SERVER.admin().get("/api/v1/" + path + "?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<AuditEntry> after = exports();
        assertThat(after).hasSize(before + 1);
        AuditEntry entry = after.get(0);
        assertThat(entry.actor().name()).isEqualTo("admin");
        assertThat(entry.actor().from()).isNotBlank();
        assertThat(entry.what().subject()).isEqualTo(path);
        assertThat(entry.what().detail()).startsWith(type).endsWith(" /api/v1/" + path + "?" + query);
    }

    @Test
    void whoeverIsNotSignedInIsEnteredAsTheExportOfALayerIs() {
        SERVER.reader().get("/api/v1/layers/regions/export?format=geojson");
        AuditEntry layer = exports().get(0);
        SERVER.reader().get("/api/v1/coast/retention?format=csv");
        AuditEntry figure = exports().get(0);
        assertThat(layer.what().subject()).isEqualTo("regions");
        assertThat(figure.what().subject()).isEqualTo("coast/retention");
        assertThat(figure.actor()).isEqualTo(layer.actor());
    }

    @Test
    void whatIsNoFileOrIsNotTakenIsNoEntry() {
        int before = exports().size();
        Client admin = SERVER.admin();
        admin.get("/api/v1/coast/retention");
        admin.get("/api/v1/cases?format=geojson");
        admin.send("HEAD", "/api/v1/coast/retention?format=csv");
        admin.get("/api/v1/coast/retention?format=pdf");
        admin.get("/api/v1/coast/retention?format=csv&year=1900");
        SERVER.reader().get("/api/v1/cases?format=csv");
        assertThat(exports()).hasSize(before);
    }

    @Test
    void aFileOfALayerAndOfTheLogItselfIsEnteredOnce() {
        int before = exports().size();
        Client.Answer layer = SERVER.admin().get("/api/v1/layers/regions/export?format=geojson");
        assertThat(exports()).hasSize(before + 1);
        SERVER.admin().get("/api/v1/layers/regions/export?format=geojson", "If-None-Match", layer.header("ETag"));
        assertThat(exports()).hasSize(before + 1);
        SERVER.admin().get("/api/v1/audit?format=csv");
        assertThat(exports()).hasSize(before + 2);
    }
}
