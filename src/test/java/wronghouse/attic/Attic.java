package wronghouse.attic;

/** Stands in a package that no floor has. */
public final class Attic {}
