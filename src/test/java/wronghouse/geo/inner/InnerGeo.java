package wronghouse.geo.inner;

/** Stands in an inner room. */
public final class InnerGeo {}
