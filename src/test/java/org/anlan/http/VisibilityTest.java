package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.anlan.access.Role;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Visibility;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A layer or a field that is not for everybody is nowhere to be had without signing in. Red lines are internal here; who answers for an outfall always is. */
class VisibilityTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration().with(VisibilityTest::withInternalRedLines);

    private static final String TILE = "/tiles/WebMercatorQuad/11/878/1699";

    private static Catalog withInternalRedLines(Catalog catalog) {
        List<LayerDefinition> layers = new ArrayList<>(catalog.layers());
        layers.replaceAll(layer -> switch (layer.id()) {
            case "red-lines" -> internal(layer);
            case "boundary-markers", "outfall-sources" -> withConfidentialRemark(layer);
            default -> layer;
        });
        return new Catalog(layers, catalog.codeLists());
    }

    private static LayerDefinition internal(LayerDefinition layer) {
        return changed(layer, layer.fields(), Visibility.INTERNAL);
    }

    private static LayerDefinition withConfidentialRemark(LayerDefinition layer) {
        List<FieldDefinition> fields = new ArrayList<>(layer.fields());
        fields.replaceAll(field -> field.name().equals("remark")
                ? new FieldDefinition(
                        field.name(),
                        field.type(),
                        field.label(),
                        field.unit(),
                        field.required(),
                        field.unique(),
                        field.codeList(),
                        Visibility.CONFIDENTIAL,
                        field.aliases())
                : field);
        return changed(layer, fields, layer.shownTo());
    }

    private static LayerDefinition changed(LayerDefinition layer, List<FieldDefinition> fields, Visibility shownTo) {
        return new LayerDefinition(
                layer.id(),
                layer.title(),
                layer.about(),
                layer.geometry(),
                layer.geometryRequired(),
                fields,
                layer.idFields(),
                layer.nameField(),
                layer.surveyYearField(),
                layer.scopeField(),
                layer.checks(),
                layer.handIns(),
                layer.style(),
                shownTo,
                true);
    }

    private static String text(Client client, String path) {
        return new String(client.get(path).bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/layers/red-lines/items",
                "/api/v1/layers/red-lines/revisions",
                "/api/v1/layers/red-lines/export?format=geojson",
                "/api/v1/coverage",
                "/ogc/collections/red-lines",
                "/ogc/collections/red-lines/items",
                "/ogc/collections/red-lines/schema",
                "/ogc/collections/red-lines/queryables",
                "/ogc/collections/red-lines/sortables",
                "/ogc/collections/red-lines/tiles",
                "/ogc/collections/red-lines/tiles/WebMercatorQuad",
                "/ogc/collections/red-lines" + TILE,
                "/ogc" + TILE + "?collections=coastline,red-lines",
                "/ogc/collections/red-lines/styles/default"
            })
    void aLayerThatIsNotForEverybodyIsAsIfItDidNotExist(String path) {
        Client.Answer answer = SERVER.reader().get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown-layer");
        assertThat(SERVER.admin().get(path).status()).isIn(200, 204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/catalog",
                "/ogc/collections",
                "/ogc/api",
                "/ogc/tiles/WebMercatorQuad?f=tilejson",
                "/ogc/styles/default",
            })
    void whatListsLayersListsThoseOnlyThatTheReaderIsShown(String path) {
        assertThat(text(SERVER.reader(), path)).contains("coastline").doesNotContain("red-lines");
        assertThat(text(SERVER.admin(), path)).contains("red-lines");
    }

    @Test
    void aSearchFindsThoseOnlyThatTheReaderIsShown() {
        String path = "/api/v1/search?q=350581-HYHX";
        assertThat(text(SERVER.reader(), path)).doesNotContain("red-lines").contains("\"hits\":[]");
        assertThat(text(SERVER.admin(), path)).contains("red-lines");
    }

    @Test
    void aTileOfAllLayersHasThoseOnlyThatTheReaderIsShown() {
        byte[] everybody = SERVER.reader().get("/ogc" + TILE).bytes();
        byte[] signedIn = SERVER.admin().get("/ogc" + TILE).bytes();
        assertThat(new String(everybody, StandardCharsets.ISO_8859_1))
                .contains("coastline")
                .doesNotContain("red-lines");
        assertThat(new String(signedIn, StandardCharsets.ISO_8859_1)).contains("red-lines");
        assertThat(SERVER.reader().get("/ogc" + TILE).bytes()).isEqualTo(everybody);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/catalog",
                "/api/v1/layers/outfalls/items?limit=5",
                "/api/v1/layers/outfalls/export?format=geojson",
                "/api/v1/layers/outfalls/export?format=csv",
                "/ogc/collections/outfalls/items?limit=5",
                "/ogc/collections/outfalls/items?limit=5&sortby=outfall_code",
                "/ogc/collections/outfalls/schema",
                "/ogc/collections/outfalls/queryables",
                "/ogc/collections/outfalls/sortables",
                "/ogc/api",
            })
    void aFieldThatIsNotForEverybodyIsLeftOut(String path) {
        assertThat(text(SERVER.reader(), path)).contains("outfall_code").doesNotContain("permit_no");
        assertThat(text(SERVER.admin(), path)).contains("permit_no");
    }

    @Test
    void thePageForPeopleLeavesItOutToo() {
        String path = "/ogc/collections/outfalls/items?limit=5&f=html";
        String label = SERVER.services()
                .catalog()
                .layer("outfalls")
                .field("permit_no")
                .orElseThrow()
                .label()
                .zh();
        assertThat(text(SERVER.reader(), path)).contains("排污口编码").doesNotContain(label);
        assertThat(text(SERVER.admin(), path)).contains(label);
    }

    /** The first question is answered from the store, later ones from the frozen layer. */
    @Test
    void frozenFeaturesAreWithoutItToo() {
        String path = "/ogc/collections/outfalls/items?limit=300";
        SERVER.services()
                .features()
                .freeze(
                        SERVER.services().catalog().layer("outfalls"),
                        SERVER.services()
                                .store()
                                .revisions()
                                .newest("outfalls")
                                .orElseThrow()
                                .id());
        JsonNode everybody = SERVER.reader().get(path).json();
        JsonNode signedIn = SERVER.admin().get(path).json();
        assertThat(everybody.path("features")).hasSize(292);
        for (int i = 0; i < 292; i++) {
            JsonNode some = everybody.path("features").get(i);
            JsonNode all = signedIn.path("features").get(i);
            assertThat(some.path("id")).isEqualTo(all.path("id"));
            assertThat(some.path("geometry")).isEqualTo(all.path("geometry"));
            assertThat(names(all.path("properties"))).contains("party", "installer", "permit_no");
            assertThat(names(some.path("properties"))).isEqualTo(namesWithoutInternal(all.path("properties")));
            some.path("properties").properties().forEach(one -> assertThat(one.getValue())
                    .isEqualTo(all.path("properties").path(one.getKey())));
        }
    }

    private static List<String> names(JsonNode properties) {
        return StreamSupport.stream(((Iterable<String>) properties::fieldNames).spliterator(), false)
                .toList();
    }

    private static List<String> namesWithoutInternal(JsonNode properties) {
        LayerDefinition layer = SERVER.services().catalog().layer("outfalls");
        List<String> internal = layer.fields().stream()
                .filter(field -> field.shownTo() != Visibility.PUBLIC)
                .map(FieldDefinition::name)
                .toList();
        return names(properties).stream()
                .filter(name -> !internal.contains(name))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permit_no=x",
                "filter=permit_no%20LIKE%20%27a%25%27",
                "filter=party%20IS%20NULL",
                "sortby=permit_no",
                "properties=permit_no"
            })
    void nobodyFindsOutByAskingForIt(String question) {
        String path = "/ogc/collections/outfalls/items?" + question;
        assertThat(SERVER.reader().get(path).status()).isEqualTo(400);
        assertThat(SERVER.admin().get(path).status()).isEqualTo(200);
    }

    @Test
    void anAnswerForSomeIsNoAnswerForAllAndIsKeptByNoSharedCache() {
        String path = "/ogc/collections/outfalls/items?limit=5";
        Client.Answer signedIn = SERVER.admin().get(path);
        assertThat(signedIn.header("Cache-Control")).contains("private");
        assertThat(signedIn.header("Vary")).contains("Authorization").contains("Cookie");
        Client.Answer everybody = SERVER.reader().get(path, "If-None-Match", signedIn.header("ETag"));
        assertThat(everybody.status()).isEqualTo(200);
        assertThat(everybody.text()).doesNotContain("permit_no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/outfalls",
                "/api/v1/outfalls/FJ-350581-0001-NY-00",
                "/api/v1/outfalls/checks",
                "/api/v1/markers",
                "/api/v1/markers/BHD-SH-001"
            })
    void whatALedgerTellsOfALayerIsForWhoIsShownAllOfIt(String path) {
        Client.Answer viewer = SERVER.as(Role.VIEWER).get(path);
        assertThat(viewer.status()).isEqualTo(403);
        assertThat(viewer.code()).isEqualTo("not-shown");
        assertThat(SERVER.as(Role.OFFICER).get(path).status()).isEqualTo(200);
    }

    @Test
    void anImpactCheckKeepsItsVerdictAndTellsNoFeaturesOfAHiddenLayer() {
        String body = "{\"project\":\"CAND-A\"}";
        JsonNode everybody =
                SERVER.reader().send("POST", "/api/v1/impact", body).json();
        JsonNode signedIn = SERVER.admin().send("POST", "/api/v1/impact", body).json();
        assertThat(everybody.path("verdict")).isEqualTo(signedIn.path("verdict"));
        assertThat(everybody.path("layers").findValuesAsText("layer")).doesNotContain("red-lines");
        assertThat(signedIn.path("layers").findValuesAsText("layer")).contains("red-lines");
        assertThat(everybody.path("warnings").toString()).contains("不公开");
        assertThat(everybody.toString()).doesNotContain("permit_no").doesNotContain("HYHX-");
    }
}
