package org.anlan.format.geopackage;

/** Names of tables and columns in SQL. */
final class Names {

    private Names() {}

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
