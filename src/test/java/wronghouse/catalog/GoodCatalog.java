package wronghouse.catalog;

import wronghouse.geo.RootGeo;

/** Imports from the root of a neighbour, which is right. */
public final class GoodCatalog {

    /** What it imports. */
    public Class<?> imports() {
        return RootGeo.class;
    }
}
