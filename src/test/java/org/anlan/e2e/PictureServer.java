package org.anlan.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.anlan.base.Text;
import org.anlan.http.BaseMap;
import org.anlan.http.BaseMaps;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Another service's base maps, one for each way that the world is cut: every picture is of one colour that says which it is (red: ten times the zoom, green: the column, blue: the row, both
 * modulo 256).
 */
final class PictureServer implements AfterAllCallback {

    /** Deepest zoom of the one that is cut in degrees. */
    static final int DEEPEST = 12;

    private static final int SIDE = 256;

    private final HttpServer server;

    PictureServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", PictureServer::answer);
        server.start();
    }

    /** Scheme, host and port. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a service that shows these pictures is configured with. */
    BaseMaps baseMaps() {
        return new BaseMaps(List.of(
                map("pictures-w", BaseMap.Grid.WEB_MERCATOR, Optional.empty()),
                map("pictures-c", BaseMap.Grid.DEGREES, Optional.of(DEEPEST))));
    }

    private BaseMap map(String id, BaseMap.Grid grid, Optional<Integer> deepest) {
        return new BaseMap(
                id,
                new Text("图片", "Pictures"),
                grid,
                List.of(address() + "/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"),
                deepest,
                Optional.of(new Text("示例图源", "Example source")));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int[] numbers = List.of(exchange.getRequestURI().getQuery().split("&")).stream()
                    .mapToInt(part -> Integer.parseInt(part.substring(part.indexOf('=') + 1)))
                    .toArray();
            BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            int colour = new Color(numbers[0] * 10, numbers[2] & 0xff, numbers[1] & 0xff).getRGB();
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    picture.setRGB(x, y, colour);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.sendResponseHeaders(200, png.size());
            exchange.getResponseBody().write(png.toByteArray());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop(0);
    }
}
