package org.anlan.format.mvt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One layer of a vector tile while it is filled. Names and values are written once, however many features have them. */
public final class TileLayer {

    /** What a feature's geometry is. */
    public enum Type {
        /** Points. */
        POINT(1),
        /** Lines. */
        LINE(2),
        /** Areas. */
        POLYGON(3);

        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    /** The side of a tile in its own whole numbers. */
    public static final int EXTENT = 4096;

    private final String name;
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private final ProtoBytes features = new ProtoBytes();
    private final ProtoBytes feature = new ProtoBytes();
    private final ProtoBytes tags = new ProtoBytes();
    private int count;

    /** An empty layer of this name. */
    public TileLayer(String name) {
        this.name = name;
    }

    /** How many features it has. */
    public int count() {
        return count;
    }

    /** About how many bytes it takes. */
    public int bytes() {
        return features.size();
    }

    /**
     * Adds a feature.
     *
     * @param names names of its attributes
     * @param attributes their values, in the same order: text, whole or decimal number, true or false; {@code null} for none
     */
    public void add(Type type, TileGeometry geometry, List<String> names, Object[] attributes) {
        tags.clear();
        for (int i = 0; i < attributes.length; i++) {
            if (attributes[i] != null) {
                tags.varint(number(keys, names.get(i)));
                tags.varint(number(values, attributes[i]));
            }
        }
        feature.clear();
        if (tags.size() > 0) {
            feature.message(2, tags);
        }
        feature.number(3, type.code);
        feature.message(4, geometry.commands());
        features.message(2, feature);
        count++;
    }

    private static <T> int number(Map<T, Integer> known, T one) {
        Integer before = known.putIfAbsent(one, known.size());
        return before == null ? known.size() - 1 : before;
    }

    /** The bytes of a tile with these layers; those without features are left out. Empty when none has any. */
    public static byte[] tile(List<TileLayer> layers) {
        ProtoBytes tile = new ProtoBytes();
        for (TileLayer layer : layers) {
            if (layer.count > 0) {
                tile.message(3, layer.message());
            }
        }
        return tile.toArray();
    }

    private ProtoBytes message() {
        ProtoBytes layer = new ProtoBytes();
        layer.number(15, 2);
        layer.text(1, name);
        layer.append(features);
        keys.keySet().forEach(key -> layer.text(3, key));
        ProtoBytes value = new ProtoBytes();
        for (Object one : values.keySet()) {
            value.clear();
            value(value, one);
            layer.message(4, value);
        }
        layer.number(5, EXTENT);
        return layer;
    }

    private static void value(ProtoBytes out, Object value) {
        if (value instanceof Long number) {
            out.number(4, number);
        } else if (value instanceof Double number) {
            out.decimal(3, number);
        } else if (value instanceof Boolean yes) {
            out.number(7, yes ? 1 : 0);
        } else {
            out.text(1, value.toString());
        }
    }
}
