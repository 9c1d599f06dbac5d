package org.anlan.search;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.Revision;
import org.anlan.store.RevisionLog;

/** Finds features of the newest states of layers by their name, their id or a code of their own. Whoever asks finds by what they are shown only. */
public final class Search {

    private static final int LONGEST = 100;

    private final RevisionLog revisions;
    private final FeatureStore features;
    private final NameIndexes indexes;

    /**
     * What is searched.
     *
     * @param words a name or a code, or a part of it
     * @param year survey year of layers that have it; their newest else
     * @param limit at most so many hits
     */
    public record Question(String words, Optional<Integer> year, int limit) {

        /** Refused ({@code bad-parameter}) when there is nothing to search, or too much. */
        public Question {
            if (NameMatch.folded(words).isEmpty() || words.length() > LONGEST) {
                throw Refusal.invalid(
                        "bad-parameter", "参数 q 应为 1 到 %d 个字符", "The parameter q should be 1 to %d characters", LONGEST);
            }
        }
    }

    /**
     * A feature that fits.
     *
     * @param layer id of its layer
     * @param id of the feature
     * @param name for people
     * @param matched the name or code that fits
     * @param extent where it lies, CGCS2000 longitude and latitude in degrees; empty = it has no shape
     */
    public record Hit(String layer, String id, String name, String matched, Optional<Extent> extent) {}

    /**
     * What fits.
     *
     * @param hits the best first; what fits alike is in the order of the catalogue
     * @param more whether others fit, too
     */
    public record Found(List<Hit> hits, boolean more) {}

    /**
     * Searches the features of a store.
     *
     * @param mostBytes what the words that are kept in memory may take together; 0 = none are kept
     */
    public Search(RevisionLog revisions, FeatureStore features, long mostBytes) {
        this.revisions = revisions;
        this.features = features;
        this.indexes = new NameIndexes(features, mostBytes);
    }

    /** The features of these layers that fit best. */
    public Found find(Catalog shown, Question question) {
        BestHits best = new BestHits(question.limit());
        Map<String, Revision> newest = revisions.states(OptionalLong.empty());
        List<LayerDefinition> layers = shown.layers();
        for (int place = 0; place < layers.size(); place++) {
            LayerDefinition layer = layers.get(place);
            Revision revision = newest.get(layer.id());
            if (layer.geometry() != GeometryKind.NONE && revision != null) {
                look(
                        surveyed(FeatureQuery.all(layer, revision.id()), revision, question.year()),
                        place,
                        question,
                        best);
            }
        }
        return new Found(best.inOrder(), best.more());
    }

    private void look(FeatureQuery query, int place, Question question, BestHits best) {
        LayerDefinition layer = query.layer();
        NameMatch match = new NameMatch(layer, question.words());
        Optional<Names> names = indexes.of(query, match);
        if (names.isEmpty()) {
            features.read(
                    query.passing(row -> match.rank(row).isPresent()), row -> best.take(layer, place, match, row));
            return;
        }
        for (long key : names.get().best(NameMatch.folded(question.words()), question.limit() + 1)) {
            features.read(query.page(key - 1, 1), row -> best.take(layer, place, match, row));
        }
    }

    /** A layer of surveys is searched in the one of the year asked for where it has that, else in its newest. */
    private static FeatureQuery surveyed(FeatureQuery query, Revision revision, Optional<Integer> asked) {
        Set<Integer> years = revision.state().surveyYears().keySet();
        if (query.layer().surveyYearField().isEmpty() || years.isEmpty()) {
            return query;
        }
        return query.ofYear(asked.filter(years::contains).orElseGet(() -> Collections.max(years)));
    }
}
