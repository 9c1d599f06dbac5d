package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One bracketed element of a WKT text: {@code KEYWORD["name", 1, 2, CHILD[…]]}. */
final class WktNode {

    final String keyword;
    final List<String> words = new ArrayList<>();
    final List<Double> numbers = new ArrayList<>();
    final List<WktNode> children = new ArrayList<>();

    WktNode(String keyword) {
        this.keyword = keyword;
    }

    /** The name: the first quoted or bare word; empty text when there is none. */
    String name() {
        return words.isEmpty() ? "" : words.get(0);
    }

    /** The n-th number, from 0. */
    OptionalDouble number(int n) {
        return n < numbers.size() ? OptionalDouble.of(numbers.get(n)) : OptionalDouble.empty();
    }

    /** The first direct child with one of these keywords. */
    Optional<WktNode> child(String... keywords) {
        List<String> wanted = List.of(keywords);
        return children.stream().filter(c -> wanted.contains(c.keyword)).findFirst();
    }
}
