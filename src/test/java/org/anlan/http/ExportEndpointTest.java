package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.anlan.format.OutFormat;
import org.anlan.format.OutFormats;
import org.anlan.store.Actor;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final String EXPORT = "/api/v1/layers/coastline/export?format=";

    @Test
    void aRollbackRestoresByteIdenticalExportsInEveryFormat() throws IOException {
        String path = "/api/v1/layers/regions/export?format=";
        long before = revision("regions");
        Map<String, byte[]> first = exports(path);
        SERVER.services()
                .store()
                .revisions()
                .rollback(SERVER.services().catalog().layer("regions"), 1, new Actor("admin", ""), "towns only");
        Map<String, byte[]> towns = exports(path);
        SERVER.services()
                .store()
                .revisions()
                .rollback(SERVER.services().catalog().layer("regions"), before, new Actor("admin", ""), "all again");
        Map<String, byte[]> again = exports(path);
        for (OutFormat format : OutFormats.all()) {
            String word = format.word();
            assertThat(again.get(word)).as(word).isEqualTo(first.get(word));
            assertThat(towns.get(word)).as(word).isNotEqualTo(first.get(word));
        }
        assertThat(revision("regions")).isGreaterThan(before);
        Shishi.take(SERVER.services().intake(), Shishi.handIn("XZQH.zip"));
        assertThat(exports(path).get("geojson")).as("the same hand-in").isEqualTo(first.get("geojson"));
    }

    @Test
    void theFileIsNamedByLayerYearAndRevision() {
        Client.Answer answer = SERVER.reader().get(EXPORT + "shp&year=2020&revision=4");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"coastline-2020-r4.zip\"; filename*=UTF-8''coastline-2020-r4.zip");
        Client.Answer head = SERVER.reader().send("HEAD", EXPORT + "shp&year=2020&revision=4");
        assertThat(head.header("Content-Disposition")).isEqualTo(answer.header("Content-Disposition"));
        assertThat(head.bytes()).isEmpty();
        String tag = answer.header("ETag");
        assertThat(SERVER.reader()
                        .get(EXPORT + "shp&year=2020&revision=4", "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
        assertThat(Stream.of(
                                "shp&year=2020&revision=4&encoding=UTF-8",
                                "geojson&year=2020&revision=4",
                                "shp&year=2015&revision=4")
                        .map(other -> SERVER.reader().get(EXPORT + other).header("ETag")))
                .doesNotContain(tag)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pdf                             | 400 | unknown-format         | shp, ",
                "shp&crs=EPSG:1                  | 400 | unknown-crs            | EPSG:4490",
                "geojson&crs=EPSG:4528           | 400 | crs-not-possible       | EPSG:4326",
                "kml&crs=EPSG:4610               | 400 | crs-not-possible       | EPSG:4326",
                "shp&crs=EPSG:4513               | 400 | crs-not-possible       | EPSG:4490",
                "shp&encoding=BIG5               | 400 | encoding-not-possible  | GB18030, GBK, UTF-8",
                "geojson&encoding=GBK            | 400 | encoding-not-possible  | UTF-8",
                "shp&encoding=%00                | 400 | encoding-not-possible  | UTF-8",
                "shp&year=1999                   | 404 | unknown-year           | 2015, 2020",
                "shp&revision=99                 | 404 | unknown-revision       | 4",
                "shp&bbox=1,2,3                  | 400 | bad-bbox               | west"
            })
    void wrongValuesAreToldWithWhatThereIs(String parameters, int status, String code, String known) {
        Client.Answer answer = SERVER.reader().get(EXPORT + parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).contains(known);
        assertThat(answer.header("Content-Disposition")).isEmpty();
    }

    @Test
    void aRectangleGivesThePartThatMeetsIt() {
        String query = "year=2020&bbox=118.70,24.70,118.75,24.75";
        Client.Answer part = SERVER.reader().get(EXPORT + "geojson&" + query);
        int wanted = SERVER.reader()
                .get("/api/v1/layers/coastline/items?" + query)
                .json()
                .path("numberReturned")
                .asInt();
        assertThat(part.json().path("features")).hasSize(wanted);
        assertThat(wanted).isBetween(1, 100);
        assertThat(part.header("Content-Disposition")).contains("coastline-2020-part-r");
    }

    @Test
    void clientsThatLeaveInTheMiddleLeaveNothingBehind() throws IOException {
        URI address = URI.create(SERVER.address());
        for (int i = 0; i < 40; i++) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.setReceiveBufferSize(2_048);
                socket.setSoLinger(true, 0);
                String path = EXPORT + (i % 2 == 0 ? "shp" : "kml");
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                assertThat(in.read()).isEqualTo('H');
            }
        }
        assertThat(SERVER.reader().get(EXPORT + "shp").status()).isEqualTo(200);
        String mine = "anlan-export-" + ProcessHandle.current().pid() + "-";
        Instant soon = Instant.now().plusSeconds(20);
        while (leftBehind(mine) > 0 && Instant.now().isBefore(soon)) {
            Thread.onSpinWait(); // the last ones may still be at it
        }
        assertThat(leftBehind(mine)).isZero();
    }

    private static long leftBehind(String prefix) throws IOException {
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return temporary
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .count();
        }
    }

    private static Map<String, byte[]> exports(String path) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (OutFormat format : OutFormats.all()) {
            Client.Answer answer = SERVER.reader().get(path + format.word());
            assertThat(answer.status()).as(format.word()).isEqualTo(200);
            all.put(format.word(), answer.bytes());
        }
        return all;
    }

    private static long revision(String layer) {
        return SERVER.services().store().revisions().newest(layer).orElseThrow().id();
    }
}
