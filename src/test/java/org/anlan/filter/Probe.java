package org.anlan.filter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsList;
import org.anlan.store.Row;
import org.anlan.support.Rows;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** A layer with a field of every type, and rows of it that no store holds. */
final class Probe {

    static final LayerDefinition LAYER = layer();
    static final Catalog CATALOG = new Catalog(List.of(LAYER), List.of(kinds()));
    static final Queryables QUERYABLES = Queryables.of(LAYER, CATALOG);

    /** Revision n was committed n hours after 2024 began. */
    static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

    private Probe() {}

    /** A row; its values stand in the order of the fields: name, other, kind, survey_year, whole, number, flag, day, last_day. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record ProbeRow(String id, Optional<Geometry> geometry, double lengthM, double areaM2, Object[] values, long since)
            implements Row {

        @Override
        public long fid() {
            return 1;
        }

        @Override
        public Optional<ByteBuffer> wkb() {
            return geometry.map(shape -> ByteBuffer.wrap(new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(shape))
                    .order(ByteOrder.LITTLE_ENDIAN));
        }

        @Override
        public Object value(int field) {
            return values[field];
        }

        @Override
        public Optional<String> extra() {
            return Optional.empty();
        }
    }

    static ProbeRow row(String wkt, Object... values) {
        Object[] all = new Object[LAYER.fields().size()];
        System.arraycopy(values, 0, all, 0, values.length);
        return new ProbeRow("A1@2020", Rows.shape(wkt), 1234.5, 678.25, all, 5);
    }

    static Expression text(String cql) {
        return Cql.text(cql, QUERYABLES);
    }

    static Expression json(String cql) {
        return Cql.json(cql, QUERYABLES);
    }

    static Filter filter(String cql) {
        return filter(cql, CrsList.CGCS2000, false);
    }

    static Filter filter(String cql, Crs crs, boolean swapped) {
        return Filter.of(text(cql), crs, swapped, revision -> BEGIN.plusSeconds(revision * 3600));
    }

    static boolean passes(String cql, Row row) {
        return filter(cql).rowFilter().passes(row);
    }

    /** What a condition comes to: "true", "false" or "unknown". */
    static String verdict(String cql, Row row) {
        return passes(cql, row) ? "true" : passes("NOT (" + cql + ")", row) ? "false" : "unknown";
    }

    private static LayerDefinition layer() {
        return new LayerDefinition(
                "probe",
                Text.of("试验", "Probe"),
                Text.of("试验", "Probe"),
                GeometryKind.ANY,
                false,
                List.of(
                        field("name", FieldType.TEXT, "名称", "Name"),
                        field("other", FieldType.TEXT, "别名", "Other name"),
                        new FieldDefinition(
                                "kind",
                                FieldType.TEXT,
                                Text.of("岸线类型", "Kind"),
                                Optional.empty(),
                                false,
                                false,
                                Optional.of("kinds"),
                                List.of()),
                        field("survey_year", FieldType.INTEGER, "修测年度", "Survey year"),
                        field("whole", FieldType.INTEGER, "整数", "Figure"),
                        field("number", FieldType.NUMBER, "数值", "Figure"),
                        field("flag", FieldType.BOOLEAN, "是否大陆岸线", "Mainland"),
                        field("day", FieldType.DATE, "开始日期", "From"),
                        field("last_day", FieldType.DATE, "结束日期", "To")),
                List.of(),
                Optional.empty(),
                Optional.of("survey_year"),
                Optional.empty(),
                List.of(),
                List.of(),
                new Style(Optional.empty(), 0, 0, true, List.of(), List.of()));
    }

    private static FieldDefinition field(String name, FieldType type, String zh, String en) {
        return new FieldDefinition(
                name, type, Text.of(zh, en), Optional.empty(), false, false, Optional.empty(), List.of());
    }

    private static CodeList kinds() {
        return new CodeList(
                "kinds",
                Text.of("岸线类型", "Kind"),
                true,
                List.of(
                        new CodeList.Entry("sandy", Text.of("砂质岸线", "Sandy"), Optional.empty(), List.of("沙质岸线")),
                        new CodeList.Entry("seawall", Text.of("海堤", "Seawall"), Optional.empty(), List.of())));
    }
}
