package wronghouse.store;

import wronghouse.catalog.GoodCatalog;
import wronghouse.geo.inner.InnerGeo;

/** Imports from a lower floor, its inner rooms too, which is right. */
public final class StoreRoom {

    /** What it imports. */
    public Class<?>[] imports() {
        return new Class<?>[] {GoodCatalog.class, InnerGeo.class};
    }
}
