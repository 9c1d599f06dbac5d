package org.anlan.filter;

/**
 * A part of a filter, made up three times over: for both encodings, and as SQL for PostGIS, which is what the evaluation is measured by.
 *
 * @param cql in CQL2 text
 * @param json in CQL2 JSON
 * @param sql as an SQL expression over the layer's table, with {@code rec} for the time of the revision
 */
record Sample(String cql, String json, String sql) {

    /** An operation that is written the same in all three. */
    static Sample infix(String op, Sample left, Sample right) {
        return new Sample(
                "(" + left.cql + " " + op + " " + right.cql + ")",
                op(op.toLowerCase(java.util.Locale.ROOT), left, right),
                "(" + left.sql + " " + op + " " + right.sql + ")");
    }

    static String op(String op, Sample... args) {
        return "{\"op\":\"" + op + "\",\"args\":["
                + java.util.Arrays.stream(args).map(Sample::json).collect(java.util.stream.Collectors.joining(","))
                + "]}";
    }

    /** The same in CQL2, with this SQL. */
    Sample withSql(String other) {
        return new Sample(cql, json, other);
    }

    static Sample property(String name, String sql) {
        return new Sample(name, "{\"property\":\"" + name + "\"}", sql);
    }
}
