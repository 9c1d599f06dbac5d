package org.anlan.store;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What a layer looks like after a revision; counted once, at the commit.
 *
 * @param count current features
 * @param surveyYears features per survey year; empty for a layer without survey years
 * @param extent where they lie; empty when no feature has a shape
 */
public record LayerState(long count, SortedMap<Integer, Long> surveyYears, Optional<Extent> extent) {}
