package org.anlan.filter;

import static org.anlan.filter.Probe.json;
import static org.anlan.filter.Probe.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.anlan.base.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is named with its place. */
class ErrorPlacesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name = | character 7: | found the end",
                "name 'x' | character 6: | expected AND, OR or the end, found 'x'",
                "nome = 'x' | character 1: | no queryable property \"nome\"; there are: id, geometry, name",
                "Figure = 1 | character 1: | no queryable property",
                "类型＝1 | character 1: | half-width",
                "name = 'x | character 8: | single quote is not closed",
                "\"name = 1 | character 1: | double quote is not closed",
                "name = ‘x’ | character 8: | straight quotes",
                "name != 'x' | character 6: | written <>",
                "other = '\uD83C\uDF0A' AND name ~ 1 | character 22: | unexpected character ~",
                "name = 1 | character 6: | text cannot be compared with a whole number",
                "survey_year = '2020' | character 13: | stands in single quotes",
                "day = '2020-01-01' | character 5: | DATE('2020-12-31')",
                "geometry = 1 | character 10: | S_EQUALS",
                "name | character 1: | expected a boolean, found text",
                "flag AND name | character 1: | expected a boolean, found text",
                "NOT name | character 1: | expected a boolean",
                "(flag | character 6: | expected \")\", found the end",
                "flag) | character 5: | found )",
                "name LIKE other | character 6: | LIKE is followed by a text",
                "name NOT = 'x' | character 10: | expected LIKE, BETWEEN or IN",
                "name IS 5 | character 9: | expected NULL",
                "name IN () | character 10: | expected a property, a value or a function",
                "name IN 'a' | character 9: | expected \"(\"",
                "number BETWEEN 1 OR 2 | character 18: | expected AND, found OR",
                "name + 1 = 2 | character 6: | expected a number, found text",
                "2 ^ 3 ^ 4 = 1 | character 7: | found ^",
                "1e999 = 1 | character 1: | out of range",
                "foo(name) = 1 | character 1: | no function \"foo\"; there are: casei, accenti, upper, lower, length, area",
                "A_CONTAINS(name, ('a')) | character 1: | no property here is an array",
                "length(name) > 1 | character 1: | expected a geometry, found text",
                "S_INTERSECTS(geometry, name) | character 1: | expected a geometry, found text",
                "S_INTERSECTS(geometry, POINT(1)) | character 30: | 2 or 3 numbers",
                "S_INTERSECTS(geometry, POINT(1 NaN)) | character 32: | expected a number, found NaN",
                "S_INTERSECTS(geometry, POINT(1 1e300)) | character 30: | no coordinate system",
                "S_INTERSECTS(geometry, POINT EMPTY) | character 24: | empty",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0))) | character 32: | at least 4",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 2 2))) | character 32: | not closed",
                "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))) | character 24: | not valid (Self-intersection, near 0.5 0.5",
                "S_INTERSECTS(geometry, LINESTRING(1 1, 1 1)) | character 24: | not valid",
                "S_INTERSECTS(geometry, BBOX(1, 2, 3)) | character 24: | 4 or 6 numbers",
                "S_INTERSECTS(geometry, BBOX(3, 4, 1, 2)) | character 24: | wrong way round",
                "S_INTERSECTS(geometry) | character 22: | expected \",\"",
                "T_DURING(day, INTERVAL('2020-01-01', '..')) | character 1: | T_DURING compares intervals",
                "T_AFTER(name, day) | character 1: | expected a date, a timestamp or an interval",
                "day > DATE('2020-02-30') | character 7: | no date",
                "day > DATE(2020) | character 12: | a time in single quotes",
                "recorded > TIMESTAMP('2020-02-30') | character 12: | no timestamp",
                "T_AFTER(day, INTERVAL('2021-01-01', '2020-01-01')) | character 14: | ends before it starts",
                "T_AFTER(day, INTERVAL('2021-1-1', '..')) | character 23: | no date",
                "AND | character 1: | expected a property",
            })
    void ofText(String filter, String place, String reason) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> text(filter));
        assertThat(refusal).as(filter).isNotNull();
        assertThat(refusal.code()).isEqualTo("bad-filter");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.text().en()).startsWith("Filter, " + place.strip()).contains(reason.strip());
        assertThat(refusal.text().zh()).startsWith("过滤条件第 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"op\": | line 1, column 7: | no JSON",
                "{\"op\":\"=\",\"op\":\"<\"} | line 1, column | no JSON",
                "[] | $: | expected an expression",
                "null | $: | expected an expression",
                "{} | $: | an object has one of op",
                "{\"op\":\"=\"} | $: | \"args\" is missing",
                "{\"op\":\"foo\",\"args\":[]} | $.op: | no operator or function \"foo\"",
                "{\"op\":\"a_equals\",\"args\":[1,2]} | $.op: | array",
                "{\"op\":\"=\",\"args\":[{\"property\":\"name\"}]} | $.args: | must have 2 arguments",
                "{\"op\":\"and\",\"args\":[true]} | $.args: | at least 2",
                "{\"op\":\"and\",\"args\":[true,{\"op\":\"=\",\"args\":[{\"property\":\"nome\"},1]}]} | $.args[1].args[0].property: | nome",
                "{\"op\":\"=\",\"args\":[{\"property\":\"name\"},1]} | $: | text cannot be compared",
                "{\"op\":\"in\",\"args\":[{\"property\":\"name\"},\"a\"]} | $.args[1]: | must be an array",
                "{\"op\":\"in\",\"args\":[{\"property\":\"name\"},[]]} | $.args[1]: | 1 to 1000",
                "{\"op\":\"not\",\"args\":[true],\"x\":1} | $.x: | unknown member",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Circle\",\"coordinates\":[]}]} | $.args[1].type: | no type of geometry",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Point\",\"coordinates\":[1,\"2\"]}]} | $.args[1].coordinates[1]: | must be a number",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}]} | $.args[1]: | not valid",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[1,2,3]}]} | $.args[1].bbox: | 4 or 6",
                "{\"op\":\">\",\"args\":[{\"property\":\"day\"},{\"date\":\"2020\"}]} | $.args[1].date: | no date",
                "{\"op\":\"t_after\",\"args\":[{\"property\":\"day\"},{\"interval\":[\"..\"]}]} | $.args[1].interval: | 2 arguments",
                "{\"op\":\"like\",\"args\":[{\"property\":\"name\"},5]} | $: | LIKE is followed",
            })
    void ofJson(String filter, String place, String reason) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> json(filter));
        assertThat(refusal).as(filter).isNotNull();
        assertThat(refusal.code()).isEqualTo("bad-filter");
        assertThat(refusal.text().en()).startsWith("Filter, " + place.strip()).contains(reason.strip());
    }
}
