package org.anlan.store.verify;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.CrsList;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.geo.Geodesy;
import org.anlan.store.NewFeature;
import org.anlan.store.sql.ContentHash;
import org.anlan.store.sql.KeptTable;
import org.anlan.store.sql.MovingProgress;
import org.anlan.store.sql.Snapshot;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Looks at every row of a layer: its shape, what was measured of it, and whether its content is what was committed. */
final class RowLook {

    /** A stored length or area and the one computed now may differ by so much of it: the last digits of a sum. */
    private static final double TOLERANCE = 1e-9;

    private static final byte[] NO_SHAPE = {};
    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

    private final Snapshot snapshot;
    private final KeptTable table;
    private final LayerDefinition layer;
    private final Defects defects;
    private final MovingProgress progress;
    private final ContentHash hashes;
    private final WKBReader shapes = new WKBReader();
    private final GeoPackageBlob blobs = new GeoPackageBlob(CrsList.CGCS2000.epsg());
    private final int firstField;

    RowLook(Snapshot snapshot, KeptTable table, Defects defects, MovingProgress progress) {
        this.snapshot = snapshot;
        this.table = table;
        this.layer = table.layer().orElseThrow().layer();
        this.defects = defects;
        this.progress = progress;
        this.hashes = new ContentHash(layer);
        this.firstField = table.columns().size() - layer.fields().size();
    }

    void run() throws SQLException {
        long all = snapshot.count(table);
        long done = 0;
        try (Snapshot.Cursor rows = snapshot.rows(table)) {
            for (Optional<Object[]> row = rows.next(); row.isPresent(); row = rows.next()) {
                look(row.get());
                if (++done % 10_000 == 0) {
                    progress.at(layer.id(), done, all);
                }
            }
        }
        progress.at(layer.id(), done, all);
        defects.looked("rows", done);
    }

    private void look(Object[] row) {
        String where = layer.id() + " " + table.of(row, "id") + " (fid " + row[0] + ")";
        Optional<Geometry> shape;
        try {
            shape = shape((byte[]) table.of(row, "geom"));
        } catch (ParseException | IllegalArgumentException e) {
            defects.add(
                    Verified.Kind.GEOMETRY,
                    where,
                    Text.of("图形读不出来：%s", "the shape cannot be read: %s", e.getMessage()));
            return;
        }
        shape.ifPresent(geometry -> geometry(where, geometry));
        measure(where, "length_m", row, shape.map(Geodesy::lengthM).orElse(0.0));
        measure(where, "area_m2", row, shape.map(Geodesy::areaM2).orElse(0.0));
        Object[] values = Arrays.copyOfRange(row, firstField, row.length);
        NewFeature feature =
                new NewFeature((String) table.of(row, "id"), shape, 0, 0, values, Optional.ofNullable((String)
                        table.of(row, "extra")));
        byte[] hash = hashes.of(feature, shape.map(blobs::encode).orElse(NO_SHAPE));
        if (!Arrays.equals(hash, (byte[]) table.of(row, "content_hash"))) {
            defects.add(
                    Verified.Kind.CONTENT,
                    where,
                    Text.of("内容与提交时的校验值不符", "the content does not have the hash that it was committed with"));
        }
    }

    private Optional<Geometry> shape(byte[] wkb) throws ParseException {
        return wkb == null ? Optional.empty() : Optional.of(shapes.read(wkb));
    }

    private void geometry(String where, Geometry shape) {
        if (!ofTheLayer(shape)) {
            defects.add(Verified.Kind.GEOMETRY, where, Text.of("图形是 %s", "the shape is a %s", shape.getGeometryType()));
        }
        if (!EARTH.contains(shape.getEnvelopeInternal())) {
            defects.add(Verified.Kind.GEOMETRY, where, Text.of("坐标不是经纬度", "a position is no longitude and latitude"));
        }
        if (shape instanceof Polygonal) {
            TopologyValidationError error = new IsValidOp(shape).getValidationError();
            if (error != null) {
                defects.add(
                        Verified.Kind.GEOMETRY,
                        where,
                        Text.of("面无效：%s", "the area is not valid: %s", error.toString()));
            }
        }
    }

    private boolean ofTheLayer(Geometry shape) {
        GeometryKind kind = layer.geometry();
        return switch (kind) {
            case POINT -> shape instanceof Puntal;
            case LINE -> shape instanceof Lineal;
            case POLYGON -> shape instanceof Polygonal;
            case ANY -> true;
            case NONE -> false;
        };
    }

    private void measure(String where, String column, Object[] row, double computed) {
        double stored = (Double) table.of(row, column);
        if (!(Math.abs(stored - computed) <= TOLERANCE * Math.max(1, Math.abs(computed)))) {
            defects.add(
                    Verified.Kind.MEASURES,
                    where,
                    Text.of(
                            "%s 保存为 %s，按图形计算为 %s",
                            "%s is kept as %s, and the shape gives %s", column, stored, computed));
        }
    }
}
