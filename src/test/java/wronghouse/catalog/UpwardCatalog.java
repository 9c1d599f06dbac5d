package wronghouse.catalog;

import wronghouse.store.StoreRoom;

/** Imports from a higher floor, by an array, which is wrong. */
public final class UpwardCatalog {

    /** What it imports. */
    public StoreRoom[] imports() {
        return new StoreRoom[0];
    }
}
