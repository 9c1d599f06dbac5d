package org.anlan.http.ogc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.frozen.FrozenFeatures;
import org.anlan.store.Revision;

/**
 * {@code numberMatched}: told where it costs little. Of a whole layer the revision's statistics know it; of a narrower question it is counted once for all
 * pages, when few enough features have to be looked at; else it is left out, as 17-069r4 /req/core/fc-numberMatched allows.
 */
final class Counting {

    private static final long MOST_LOOKS = 200_000;
    private static final long SMALL = 20_000;

    private final FrozenFeatures features;
    private final Cache<String, Long> known =
            Caffeine.newBuilder().maximumSize(2_000).build();

    Counting(FrozenFeatures features) {
        this.features = features;
    }

    OptionalLong of(ItemsQuery query, Asked asked) {
        if (!query.narrowed()) {
            return OptionalLong.of(query.revision()
                    .map(Revision::state)
                    .map(state -> state.count())
                    .orElse(0L));
        }
        String question = key(query, asked);
        Long before = known.getIfPresent(question);
        if (before != null) {
            return OptionalLong.of(before);
        }
        OptionalLong count = features.count(query.features(), MOST_LOOKS);
        if (count.isEmpty() && small(query)) {
            count = OptionalLong.of(read(query));
        }
        count.ifPresent(number -> known.put(question, number));
        return count;
    }

    /** A small layer is counted even while it is not frozen. */
    private static boolean small(ItemsQuery query) {
        return query.revision().map(r -> r.state().count() <= SMALL).orElse(true);
    }

    private long read(ItemsQuery query) {
        long[] count = {0};
        boolean unused = features.read(query.features(), row -> {
            count[0]++;
            return true;
        });
        return count[0];
    }

    /** What tells the question from every other, in whatever page; the moment tells revisions of two stores apart. */
    private static String key(ItemsQuery query, Asked asked) {
        Map<String, String> parameters = query.state(asked);
        parameters.keySet().removeAll(Set.of("limit", "f", "lang", "crs", "properties", "skipGeometry", "sortby"));
        return query.features().layer().id() + query.revision().map(Revision::at) + Asked.query(parameters);
    }
}
