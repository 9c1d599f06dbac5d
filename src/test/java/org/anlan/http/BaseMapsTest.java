package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseMapsTest {

    private static final BaseMap TWO_LAYERS = new BaseMap(
            "tiles",
            new Text("瓦片", "Tiles"),
            BaseMap.Grid.DEGREES,
            List.of(
                    "https://t0.example.cn/vec_c/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=0a1b",
                    "https://t1.example.cn:8443/{z}/{x}/{y}.png"),
            Optional.of(18),
            Optional.of(new Text("示例", "Example")));

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast().under(new BaseMaps(List.of(TWO_LAYERS)));

    @TempDir
    Path folder;

    @Test
    void thePageIsToldItsBaseMapsAndMayAskTheirHostsAndNoOthers() {
        var answer = SERVER.reader().get("/api/v1/base-maps");
        JsonNode map = answer.json().at("/baseMaps/0");
        assertThat(map.path("grid").asText()).isEqualTo("degrees");
        assertThat(map.path("tiles")).hasSize(2);
        assertThat(map.path("maxZoom").asInt()).isEqualTo(18);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("img-src 'self' data: blob: https://t0.example.cn https://t1.example.cn:8443;");
    }

    @Test
    void aFileIsRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("maps.json"),
                """
                [{"id":"a","title":{"zh":"图","en":"Map"},"grid":"web-mercator","tiles":["https://a.example.cn/{z}/{x}/{y}"]}]""");
        assertThat(BaseMaps.read(file).all()).singleElement().satisfies(map -> {
            assertThat(map.grid()).isEqualTo(BaseMap.Grid.WEB_MERCATOR);
            assertThat(map.maxZoom()).isEmpty();
        });
        assertThat(BaseMaps.NONE.origins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[{\"id\":\"a\"}]",
                "[{\"id\":\"A b\",\"title\":{\"zh\":\"图\",\"en\":\"Map\"},\"grid\":\"degrees\",\"tiles\":[\"https://a.cn/{z}/{x}/{y}\"]}]",
                "[{\"id\":\"a\",\"title\":{\"zh\":\"图\",\"en\":\"Map\"},\"grid\":\"degrees\",\"tiles\":[\"https://a.cn/{z}/{x}\"]}]",
                "[{\"id\":\"a\",\"title\":{\"zh\":\"图\",\"en\":\"Map\"},\"grid\":\"degrees\",\"tiles\":[\"https://a.cn; script-src */{z}/{x}/{y}\"]}]",
                "[{\"id\":\"a\",\"title\":{\"zh\":\"图\",\"en\":\"Map\"},\"grid\":\"degrees\",\"tiles\":[\"ftp://a.cn/{z}/{x}/{y}\"]}]",
            })
    void whatNoPageCouldShowIsRefused(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("maps.json"), json);
        assertThatThrownBy(() -> BaseMaps.read(file)).isInstanceOf(IOException.class);
    }
}
