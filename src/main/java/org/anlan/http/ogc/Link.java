package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A link (RFC 8288) as OGC API writes them.
 *
 * @param rel how what it leads to stands to what has the link
 * @param href where it leads, absolute
 * @param type the media type there
 * @param title words for people
 * @param templated whether {@code href} has parts in braces to be filled in
 */
record Link(String rel, String href, String type, Optional<String> title, boolean templated) {

    Link(String rel, String href, String type) {
        this(rel, href, type, Optional.empty(), false);
    }

    Link(String rel, String href, String type, String title) {
        this(rel, href, type, Optional.of(title), false);
    }

    static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

    /** To what may be filtered by (19-079r2 /req/queryables/queryables-link), of the collection at this address. */
    static Link queryables(String collection) {
        return new Link(QUERYABLES, collection + "/queryables?f=json", Media.SCHEMA, "Queryables");
    }

    /** The {@code links} member of an object. */
    static void put(ObjectNode into, List<Link> links) {
        ArrayNode array = into.putArray("links");
        for (Link link : links) {
            ObjectNode node = array.addObject();
            node.put("href", link.href()).put("rel", link.rel()).put("type", link.type());
            link.title().ifPresent(title -> node.put("title", title));
            if (link.templated()) {
                node.put("templated", true);
            }
        }
    }

    /** As a value of the Link header. */
    String header() {
        return "<" + href + ">; rel=\"" + rel + "\"; type=\"" + type + "\"";
    }
}
