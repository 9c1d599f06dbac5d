package org.anlan.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Actor;
import org.anlan.store.Commit;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.LayerWriter;
import org.anlan.store.NewFeature;
import org.anlan.store.Origin;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Short words for putting features into a store and reading them back. */
public final class Rows {

    /** Who commits in tests. */
    public static final Origin BY_HAND = Origin.of(Origin.Kind.EDIT, new Actor("tester", ""), "试验");

    private Rows() {}

    /**
     * A row as it was read, to be compared.
     *
     * @param fid its key
     * @param id the feature's id
     * @param wkt its shape; blank when it has none
     * @param lengthM its length
     * @param areaM2 its area
     * @param values one per catalogue field
     * @param extra what has no field
     */
    public record Kept(
            long fid,
            String id,
            String wkt,
            double lengthM,
            double areaM2,
            List<Object> values,
            Optional<String> extra) {

        /** Keeps a row. */
        public static Kept of(Row row, int fields) {
            Object[] values = new Object[fields];
            Arrays.setAll(values, row::value);
            return new Kept(
                    row.fid(),
                    row.id(),
                    row.geometry().map(Geometry::toText).orElse(""),
                    row.lengthM(),
                    row.areaM2(),
                    Arrays.asList(values),
                    row.extra());
        }

        /** The same without the key: what the feature is, not where it is kept. */
        public Kept content() {
            return new Kept(0, id, wkt, lengthM, areaM2, values, extra);
        }
    }

    /** A shape from well-known text; blank = none. */
    public static Optional<Geometry> shape(String wkt) {
        try {
            return wkt.isBlank() ? Optional.empty() : Optional.of(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** A feature with a shape from well-known text and no extra. */
    public static NewFeature feature(String id, String wkt, Object... values) {
        return new NewFeature(id, shape(wkt), 0, 0, values, Optional.empty());
    }

    /** A segment of the small catalogue; its id is made of code and year. */
    public static NewFeature segment(String code, int year, String kind, String wkt) {
        return new NewFeature(
                code + "@" + year, shape(wkt), 12.5, 0, new Object[] {code, (long) year, kind}, Optional.empty());
    }

    /** Commits features of one layer and states the scopes they are in whole; with no scopes the change is a merge. */
    public static Revision commit(Store store, LayerDefinition layer, List<?> scopes, List<NewFeature> features) {
        try (Commit commit = store.begin(BY_HAND)) {
            put(commit, layer, scopes, features);
            return commit.finish().get(0);
        }
    }

    /** Puts features into a change under way. */
    public static LayerWriter put(Commit commit, LayerDefinition layer, List<?> scopes, List<NewFeature> features) {
        LayerWriter writer = commit.layer(layer);
        scopes.forEach(writer::stateScope);
        features.forEach(writer::put);
        return writer;
    }

    /** All rows that a query names, page after page as its limit has it. */
    public static List<Kept> read(Store store, FeatureQuery query) {
        List<Kept> rows = new ArrayList<>();
        store.features()
                .read(query, row -> rows.add(Kept.of(row, query.layer().fields().size())));
        return rows;
    }

    /** The current rows of a layer. */
    public static List<Kept> current(Store store, LayerDefinition layer) {
        return read(
                store,
                new FeatureQuery(
                        layer, OptionalLong.empty(), Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE));
    }

    /** The features of a layer at a revision, by id, without their keys. */
    public static SortedMap<String, Kept> at(Store store, LayerDefinition layer, long revision) {
        return byId(read(store, FeatureQuery.all(layer, revision)));
    }

    /** Rows by id, without their keys; no id may occur twice. */
    public static SortedMap<String, Kept> byId(List<Kept> rows) {
        SortedMap<String, Kept> byId = new TreeMap<>();
        for (Kept row : rows) {
            if (byId.put(row.id(), row.content()) != null) {
                throw new AssertionError("the id " + row.id() + " occurs twice");
            }
        }
        return byId;
    }

    /** The ids of the current features of a layer, in the order they are read. */
    public static List<String> ids(Store store, LayerDefinition layer) {
        return current(store, layer).stream().map(Kept::id).toList();
    }

    /** A query of one rectangle in a state. */
    public static FeatureQuery within(LayerDefinition layer, Extent extent, OptionalLong revision) {
        return new FeatureQuery(layer, revision, Optional.of(extent), Optional.empty(), 0, Integer.MAX_VALUE);
    }
}
