package org.anlan.format.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.FindingList;
import org.anlan.format.OutFeature;
import org.anlan.format.OutField;
import org.anlan.format.OutLayer;
import org.anlan.format.place.PlaceNames;
import org.anlan.geo.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/**
 * A layer laid out as a table: the id, the fields, the shape. Points are two columns, lon and lat in degrees or x (east) and y (north) in
 * metres; other shapes are one of WKT whose name tells the system ({@code _WKT_EPSG_4528}), as are points in longitude and latitude of
 * another datum.
 *
 * @param header the names of the columns, all different; read again, they are found
 * @param shapeColumns how many of them, at the end, hold the shape
 */
public record OutTable(List<String> header, int shapeColumns) {

    /** Copies the list. */
    public OutTable {
        header = List.copyOf(header);
    }

    /** Lays a layer out. */
    public static OutTable of(OutLayer layer) {
        List<String> fields = layer.fields().stream().map(OutField::name).toList();
        List<String> shape = shape(layer.geometry(), layer.crs());
        boolean clash = fields.stream().anyMatch(PlaceNames::isPlace);
        Set<String> taken = new HashSet<>();
        fields.forEach(field -> taken.add(field.toUpperCase(Locale.ROOT)));
        List<String> header = new ArrayList<>();
        header.add(free("id", taken));
        header.addAll(fields);
        shape.forEach(
                name -> header.add(free(clash && shape.size() == 2 ? PlaceNames.STEM + "_" + name : name, taken)));
        return new OutTable(header, shape.size());
    }

    private static List<String> shape(GeometryKind kind, Crs crs) {
        if (kind == GeometryKind.NONE) {
            return List.of();
        }
        if (kind != GeometryKind.POINT || (crs.geographic() && crs.datumShiftUnknown())) {
            return List.of(PlaceNames.wkt(crs.epsg()));
        }
        return crs.geographic() ? List.of("lon", "lat") : List.of("x", "y");
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; !taken.add(free.toUpperCase(Locale.ROOT)); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    /** The cells of a feature: {@code null}, or a {@link String}, {@link Long}, {@link Double}, {@link Boolean} or {@link java.time.LocalDate}. */
    public Object[] cells(OutFeature feature, int record, FindingList findings) {
        Object[] cells = new Object[header.size()];
        cells[0] = feature.id();
        System.arraycopy(feature.values(), 0, cells, 1, feature.values().length);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Double d && !Double.isFinite(d)) {
                cells[i] = null;
                findings.tally(
                        "table.number-not-finite",
                        header.get(i),
                        Severity.WARNING,
                        record,
                        Text.of(
                                "“%s”的值不是有限的数，写为空值",
                                "the value of “%s” is no finite number and was left blank", header.get(i)));
            }
        }
        Optional<Geometry> shape = feature.geometry().filter(g -> !g.isEmpty());
        if (shape.isPresent() && shapeColumns == 1) {
            cells[cells.length - 1] = new WKTWriter(2).write(shape.get());
        } else if (shape.isPresent() && shapeColumns == 2) {
            point(shape.get(), cells, record, findings);
        }
        return cells;
    }

    private static void point(Geometry shape, Object[] cells, int record, FindingList findings) {
        if (shape.getNumPoints() != 1) {
            findings.record(
                    "table.several-points",
                    Severity.WARNING,
                    record,
                    Text.of(
                            "第 %d 条记录的图形不是单个点，表格只能写一个点的坐标，坐标留空",
                            "The shape of record %d is not a single point; its coordinates were left blank", record));
            return;
        }
        Coordinate point = shape.getCoordinate();
        cells[cells.length - 2] = point.x;
        cells[cells.length - 1] = point.y;
    }
}
