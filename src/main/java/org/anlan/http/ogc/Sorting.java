package org.anlan.http.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.anlan.base.Refusal;
import org.anlan.frozen.FeatureProperties;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.Row;

/**
 * The {@code sortby} parameter: property names, the most important first, with {@code -} for falling order. Texts are compared by code point, what has no
 * value comes last when rising and first when falling, and features alike come in the order of their keys. A page is found by looking at all features
 * once and keeping no more than a page of them.
 */
final class Sorting {

    /** The most features of a sorted page. */
    static final int MOST = 10_000;

    private static final int MOST_KEYS = 8;

    private record Key(FeatureProperties.Getter getter, boolean down) {}

    /** A feature in its place. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Place(Object[] values, long fid, String id) {}

    /** Ids of a page in their order, the keys of its first and last feature, and whether more come behind. */
    record Page(List<Place> places, boolean more) {}

    private final List<Key> keys;
    private final Comparator<Place> order;

    private Sorting(List<Key> keys) {
        this.keys = keys;
        this.order = this::compare;
    }

    /** @throws Refusal ({@code bad-sortby}) for names that are no sortable properties */
    static Sorting read(String value, FeatureProperties properties) {
        String[] names = value.split(",", -1);
        if (names.length > MOST_KEYS) {
            throw Refusal.invalid("bad-sortby", "sortby 最多 %d 个属性", "sortby takes at most %d properties", MOST_KEYS);
        }
        return new Sorting(
                Arrays.stream(names).map(name -> key(name.strip(), properties)).toList());
    }

    private static Key key(String word, FeatureProperties properties) {
        boolean signed = word.startsWith("-") || word.startsWith("+");
        String name = signed ? word.substring(1) : word;
        if (name.equals("id")) {
            return new Key(Row::id, word.startsWith("-"));
        }
        return properties.list().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .map(property -> new Key(property.getter(), word.startsWith("-")))
                .orElseThrow(() -> Refusal.invalid(
                        "bad-sortby",
                        "sortby：没有属性“%s”；可用：id, %s",
                        "sortby: there is no property \"%s\"; there are: id, %s",
                        name,
                        String.join(", ", properties.names())));
    }

    /**
     * Finds a page.
     *
     * @param query all features, in any order
     * @param anchor the page lies behind the feature of this key, or before it
     * @param back whether it lies before
     */
    Page page(FeatureStore features, FeatureQuery query, Optional<Long> anchor, boolean back, int limit) {
        Comparator<Place> way = back ? order.reversed() : order;
        Optional<Place> from = anchor.map(fid -> place(features, query, fid));
        PriorityQueue<Place> kept = new PriorityQueue<>(way.reversed());
        FeatureQuery all = query.page(0, Integer.MAX_VALUE);
        boolean unused = features.read(all, row -> {
            Place place = place(row);
            boolean behind = from.isEmpty() || way.compare(place, from.get()) > 0;
            if (behind && (kept.size() <= limit || way.compare(place, kept.peek()) < 0)) {
                kept.add(place);
                if (kept.size() > limit + 1) {
                    kept.poll();
                }
            }
            return true;
        });
        List<Place> page = new ArrayList<>(kept);
        page.sort(way);
        boolean more = page.size() > limit;
        if (more) {
            page.remove(limit);
        }
        page.sort(order);
        return new Page(page, more);
    }

    private Place place(FeatureStore features, FeatureQuery query, long fid) {
        List<Place> found = new ArrayList<>();
        FeatureQuery one =
                FeatureQuery.all(query.layer(), query.revision().orElse(0)).page(fid - 1, 1);
        boolean unused = features.read(one, row -> {
            found.add(place(row));
            return false;
        });
        if (found.isEmpty() || found.get(0).fid() != fid) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 after/before=%d 不是这个版次里的要素",
                    "The parameter after/before=%d is no feature of this revision",
                    fid);
        }
        return found.get(0);
    }

    private Place place(Row row) {
        Object[] values = new Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys.get(i).getter().of(row);
        }
        return new Place(values, row.fid(), row.id());
    }

    private int compare(Place a, Place b) {
        for (int i = 0; i < keys.size(); i++) {
            int compared = values(a.values()[i], b.values()[i]);
            if (compared != 0) {
                return keys.get(i).down() ? -compared : compared;
            }
        }
        return Long.compare(a.fid(), b.fid());
    }

    private static int values(Object a, Object b) {
        if (a == null || b == null) {
            return a == null && b == null ? 0 : a == null ? 1 : -1;
        }
        return a instanceof String text ? codePoints(text, (String) b) : natural(a, b);
    }

    @SuppressWarnings("unchecked") // values of one property are of one type
    private static int natural(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    private static int codePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // surrogates stand for code points above all others
                boolean above = Character.isSurrogate(x) != Character.isSurrogate(y);
                return above ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
