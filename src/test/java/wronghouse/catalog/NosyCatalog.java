package wronghouse.catalog;

import wronghouse.geo.inner.InnerGeo;

/** Imports from an inner room of a neighbour, which is wrong. */
public final class NosyCatalog {

    /** What it imports. */
    public Class<?> imports() {
        return InnerGeo.class;
    }
}
