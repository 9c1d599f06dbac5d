package org.anlan.http.ogc;

import java.util.OptionalLong;

/** A page of features for people. */
final class ItemsPage {
    private final Asked asked;
    private final ItemsQuery query;

    ItemsPage(Asked asked, ItemsQuery query) {
        this.asked = asked;
        this.query = query;
    }

    void send(ItemsAnswer answer, OptionalLong matched) {
        asked.context().html("" + query.limit() + matched + answer.hashCode());
    }
}
