package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anlan.access.AnonymousAccess;
import org.anlan.access.Role;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every route of the service, asked by everybody, lets in whom the written table says, and there is no route that the table does not know. */
class AccessTableTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.empty();

    @RegisterExtension
    static final RunningServer CLOSED = RunningServer.empty().showingStrangers(AnonymousAccess.NONE);

    private static final Path TABLE = Path.of("src", "test", "resources", "access", "routes.tsv");
    private static final String SIGN_OUT = "DELETE /api/v1/session";

    /** What a route asks for in the table: by caller "+", "401" or "403". */
    private static Map<String, Map<String, String>> table() throws IOException {
        List<String> lines = Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        String[] head = lines.get(0).split("\t", -1);
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSameSizeAs(head);
            Map<String, String> wanted = new LinkedHashMap<>();
            for (int i = 2; i < cells.length; i++) {
                wanted.put(head[i], cells[i]);
            }
            for (String method : cells[0].split(" ", -1)) {
                assertThat(table.put(method + " " + cells[1], wanted)).as(line).isNull();
            }
        }
        return table;
    }

    private static Map<String, Client> callers() {
        Map<String, Client> callers = new LinkedHashMap<>();
        callers.put("anonymous", SERVER.reader());
        callers.put("viewer", SERVER.as(Role.VIEWER));
        callers.put("planner", SERVER.as(Role.PLANNER));
        callers.put("editor", SERVER.as(Role.EDITOR));
        callers.put("officer", SERVER.as(Role.OFFICER));
        callers.put("admin", SERVER.admin());
        String key = SERVER.admin()
                .send("POST", "/api/v1/tokens", "{\"label\":\"a\",\"scopes\":[\"read\"]}")
                .json()
                .path("token")
                .asText();
        callers.put("key", SERVER.reader().showing(key));
        callers.put("closed", CLOSED.reader());
        return callers;
    }

    @Test
    void everyRouteIsInTheTableAndTheTableHasNoOther() throws IOException {
        List<String> routes = new ArrayList<>(SERVER.routes());
        routes.remove("GET /"); // says that the page was not built, where it was not
        assertThat(routes).containsExactlyInAnyOrderElementsOf(table().keySet());
    }

    @Test
    void everyRouteLetsInWhomTheTableSays() throws IOException {
        Map<String, Client> callers = callers();
        List<String> wrong = new ArrayList<>();
        Map<String, Map<String, String>> table = table();
        List<String> routes = new ArrayList<>(table.keySet());
        routes.remove(SIGN_OUT); // comes last: the callers are signed out by it
        routes.add(SIGN_OUT);
        for (String route : routes) {
            callers.forEach((name, caller) -> {
                String got = answered(caller, route);
                if (!got.equals(table.get(route).get(name))) {
                    wrong.add(name + " " + route + " " + got);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static String answered(Client caller, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1)
                .replace("{tileMatrixSetId}", "WebMercatorQuad")
                .replaceAll("\\{(tileMatrix|tileRow|tileCol|no)}", "0")
                .replace("{ledger}", "outfall")
                .replaceAll("\\{[a-zA-Z]+}", "coastline")
                .replace("*", "collections");
        int status = (method.equals("GET") || method.equals("HEAD")
                        ? caller.send(method, path)
                        : caller.send(method, path, "{}"))
                .status();
        return status == 401 || status == 403 ? Integer.toString(status) : "+";
    }
}
