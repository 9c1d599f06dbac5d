package org.anlan.store;

/**
 * Takes the features of a hand-in for one layer. Each is compared with the current feature of the same id: the same content leaves the row as it
 * is, other content closes it and adds a row.
 */
public interface LayerWriter {

    /**
     * Says that the hand-in states all features whose scope field has this value (a survey year, a level): those it does not carry are removed.
     * For a layer without a scope field the value is the empty string and stands for the whole layer.
     */
    void stateScope(Object value);

    /** Says that the hand-in states the layer whole, over all scopes: every feature it does not carry is removed. */
    void stateAll();

    /** Takes one feature and tells what it came to. An id that was put before in this commit is refused ({@code duplicate-id}). */
    Verdict put(NewFeature feature);

    /** Takes the current feature with this id away when the commit is finished, unless it is put as well. An id that nothing has is no fault. */
    void remove(String id);

    /** What a feature that was put came to. */
    enum Verdict {
        /** No current feature has its id. */
        ADDED,
        /** The current feature of its id has other content. */
        CHANGED,
        /** The current feature of its id has the same content. */
        UNCHANGED
    }

    /** What has changed so far; complete once the commit is finished. */
    Changes changes();
}
