package org.anlan.coast;

import org.anlan.base.Text;

/**
 * A target for the retention ratio (自然岸线保有率目标). Nation, provinces and cities set their own, so they are data with a version.
 *
 * @param id stable id ("national")
 * @param version changes whenever the target does (1)
 * @param title name for people
 * @param about the document that sets it
 * @param percent the ratio that must be kept at least, percent
 */
public record CoastTarget(String id, int version, Text title, Text about, double percent) {}
