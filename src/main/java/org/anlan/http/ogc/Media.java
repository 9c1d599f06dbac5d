package org.anlan.http.ogc;

/** The media types of what is served under {@code /ogc}. */
final class Media {

    static final String JSON = "application/json";
    static final String HTML = "text/html";
    static final String GEOJSON = "application/geo+json";
    static final String SCHEMA = "application/schema+json";
    static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
    static final String PROBLEM = "application/problem+json";
    static final String TILE = "application/vnd.mapbox-vector-tile";
    static final String STYLE = "application/vnd.mapbox.style+json";

    private Media() {}
}
