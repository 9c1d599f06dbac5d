package org.anlan.coast;

import java.util.Optional;

/**
 * What a hand-in would do to the retention ratio of the whole mainland coast of one survey year, under the usual rule set.
 *
 * @param year survey year
 * @param before the coast as it is; empty when there is no such survey yet
 * @param after the coast as it would be
 */
public record RetentionEffect(int year, Optional<Sums> before, Sums after) {}
