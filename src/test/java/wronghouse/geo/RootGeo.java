package wronghouse.geo;

/** Stands in the root of its package. */
public final class RootGeo {}
