package org.anlan.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anlan.base.Text;

/**
 * Pictures of another service that can lie under the map, in the place of the page's own.
 *
 * @param id stable id ("tianditu-vector")
 * @param title name for people
 * @param grid how the pictures are cut
 * @param tiles addresses of the pictures with {z}, {x} and {y} in them, the lowest first: names are often a layer of their own
 * @param maxZoom there are no pictures beyond this zoom
 * @param attribution who has to be named on the map; empty = nobody
 */
public record BaseMap(
        String id, Text title, Grid grid, List<String> tiles, Optional<Integer> maxZoom, Optional<Text> attribution) {

    /** How the world is cut into pictures of 256 pixels. */
    public enum Grid {
        /** Web Mercator from zoom 0, which Tianditu calls "w". */
        WEB_MERCATOR,
        /** CGCS2000 degrees, two pictures wide and one high at zoom 1, which Tianditu calls "c". */
        DEGREES
    }

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TILES =
            Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[A-Za-z0-9._~%!$&'()*+,;=:@/?{}-]*");
    private static final int MOST_ZOOM = 24;

    /** Refuses what no page could show, with what is wrong. */
    public BaseMap {
        check(id != null && ID.matcher(id).matches(), "id");
        check(title != null && title.zh() != null && title.en() != null, "title");
        check(grid != null, "grid");
        check(tiles != null && !tiles.isEmpty() && tiles.stream().allMatch(BaseMap::isAddress), "tiles");
        maxZoom = maxZoom == null ? Optional.empty() : maxZoom;
        check(maxZoom.filter(zoom -> zoom < 1 || zoom > MOST_ZOOM).isEmpty(), "maxZoom");
        attribution = attribution == null ? Optional.empty() : attribution;
        tiles = List.copyOf(tiles);
    }

    /** Scheme, host and port of an address of pictures, as a policy of the page names it. */
    static String origin(String tiles) {
        URI host = URI.create(tiles.replaceAll("[?{].*", ""));
        return host.getScheme() + "://" + host.getAuthority();
    }

    private static boolean isAddress(String tiles) {
        return TILES.matcher(tiles).matches()
                && List.of("{x}", "{y}", "{z}").stream().allMatch(tiles::contains);
    }

    private static void check(boolean right, String member) {
        if (!right) {
            throw new IllegalArgumentException(member);
        }
    }
}
