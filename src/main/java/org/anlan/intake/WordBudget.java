package org.anlan.intake;

/** How many more different values may be kept for the fields of a layer together. */
final class WordBudget {

    private int left;

    WordBudget(int most) {
        this.left = most;
    }

    boolean take() {
        return left-- > 0;
    }
}
