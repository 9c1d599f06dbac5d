package org.anlan.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.anlan.store.Extent;
import org.postgresql.Driver;

/** MapServer 8 over the table of our own store in PostGIS: its OGC API and its vector tiles, two FastCGI processes behind lighttpd on a free port. */
final class MapServerPeer implements AutoCloseable {

    private static final Path CGI = Path.of("/usr/lib/cgi-bin/mapserv");
    private static final Path TEMPLATES = Path.of("/usr/share/mapserver/ogcapi/templates/html-plain/");

    private final Process lighttpd;
    private final Path map;
    private final int port;

    private MapServerPeer(Process lighttpd, Path map, int port) {
        this.lighttpd = lighttpd;
        this.map = map;
        this.port = port;
    }

    /** Starts it; empty where MapServer or lighttpd is not installed. */
    static Optional<MapServerPeer> start(Path folder, String database, Extent where, String columns) throws Exception {
        if (!Files.exists(CGI) || !Files.exists(Path.of("/usr/sbin/lighttpd"))) {
            System.out.println("MapServer or lighttpd is not installed (Debian: cgi-mapserver lighttpd); no such peer");
            return Optional.empty();
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path map = Files.writeString(folder.resolve("peer.map"), map(database, where, columns, port));
        Path settings = Files.writeString(
                folder.resolve("mapserver.conf"),
                "CONFIG\n  ENV\n    MS_MAP_PATTERN \".\"\n    OGCAPI_HTML_TEMPLATE_DIRECTORY \"" + TEMPLATES + "/\"\n  END\n  MAPS\n    coast \"" + map
                        + "\"\n  END\nEND\n");
        Path web = Files.writeString(folder.resolve("lighttpd.conf"), web(folder, settings, port));
        Process lighttpd = new ProcessBuilder("/usr/sbin/lighttpd", "-D", "-f", web.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("lighttpd.out").toFile())
                .start();
        MapServerPeer peer = new MapServerPeer(lighttpd, map, port);
        for (int i = 0; !peer.answers(); i++) {
            if (i > 100) {
                peer.close();
                System.out.println("MapServer does not answer: " + Files.readString(folder.resolve("lighttpd.out")));
                return Optional.empty();
            }
            Thread.sleep(100);
        }
        return Optional.of(peer);
    }

    private static String map(String database, Extent where, String columns, int port) {
        Properties parts = Driver.parseURL(database, new Properties());
        String connection = "host=" + parts.getProperty("PGHOST") + " port=" + parts.getProperty("PGPORT") + " user=" + parts.getProperty("user") + " dbname="
                + parts.getProperty("PGDBNAME");
        return "MAP\n  NAME coast\n  SIZE 256 256\n  EXTENT -180 -90 180 90\n  PROJECTION \"init=epsg:4326\" END\n  WEB METADATA\n    \"ows_title\" \"coast\""
                + " \"ows_enable_request\" \"*\" \"oga_onlineresource\" \"http://127.0.0.1:" + port + "/mapserv/coast/ogcapi\"\n    \"oga_max_limit\" \"20000\""
                + " \"oga_html_template_directory\" \"" + TEMPLATES + "/\"\n  END END\n  LAYER\n    NAME coast\n    TYPE LINE\n    STATUS ON\n    CONNECTIONTYPE POSTGIS\n"
                + "    CONNECTION \"" + connection + "\"\n    PROCESSING \"CLOSE_CONNECTION=DEFER\"\n    DATA \"geom FROM (SELECT " + columns.replace("\"", "")
                + " FROM anlan_bench.f_coastline WHERE rev_to IS NULL) AS t USING UNIQUE fid USING SRID=4490\"\n    EXTENT " + where.west() + " " + where.south()
                + " " + where.east() + " " + where.north() + "\n    PROJECTION \"init=epsg:4326\" END\n    TEMPLATE \"x\"\n    METADATA \"ows_title\" \"coast\""
                + " \"gml_featureid\" \"fid\" \"gml_include_items\" \"all\" \"gml_types\" \"auto\" \"ows_enable_request\" \"*\" END\n  END\nEND\n";
    }

    private static String web(Path folder, Path settings, int port) {
        return "server.bind = \"127.0.0.1\"\nserver.port = " + port + "\nserver.document-root = \"" + folder + "\"\nserver.modules = (\"mod_fastcgi\")\n"
                + "server.max-keep-alive-requests = 100000\nserver.stream-response-body = 1\nfastcgi.server = (\"/mapserv\" => ((\"bin-path\" => \"" + CGI
                + "\", \"socket\" => \"" + folder.resolve("ms.sock") + "\", \"check-local\" => \"disable\", \"fix-root-scriptname\" => \"disable\", \"max-procs\" => 2,"
                + " \"bin-environment\" => (\"MAPSERVER_CONFIG_FILE\" => \"" + settings + "\"))))\n";
    }

    private boolean answers() throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(at().resolve("/mapserv/coast/ogcapi/collections?f=json")).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** "http://127.0.0.1:port". */
    URI at() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String items(String question) {
        return "/mapserv/coast/ogcapi/collections/coast/items?f=json&" + question;
    }

    String item(long fid) {
        return "/mapserv/coast/ogcapi/collections/coast/items/" + fid + "?f=json";
    }

    String tile(int level, int row, int column) {
        return "/mapserv?map=" + map + "&mode=tile&tilemode=gmap&tile=" + column + "+" + row + "+" + level + "&layers=coast&map.imagetype=mvt";
    }

    /** Waits until what was asked and given up is worked off. */
    void settle() throws Exception {
        for (int quick = 0; quick < 3; ) {
            long start = System.nanoTime();
            answers();
            quick = System.nanoTime() - start < 150_000_000 ? quick + 1 : 0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> workers = lighttpd.descendants().toList();
        lighttpd.destroy();
        workers.forEach(ProcessHandle::destroyForcibly); // one amid a long answer hears nothing else
        lighttpd.waitFor();
        workers.forEach(worker -> worker.onExit().join());
    }
}
