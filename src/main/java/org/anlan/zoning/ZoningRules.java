package org.anlan.zoning;

import java.util.List;
import org.anlan.base.Text;

/**
 * A set of zoning rules from one file.
 *
 * @param id its id ("national")
 * @param version changes whenever a rule does
 * @param title its name
 * @param about where it comes from, and how far it can be relied on
 * @param activities the activities it adds to those there are; rules of all sets may speak of them
 * @param rules its rules
 */
public record ZoningRules(
        String id, int version, Text title, Text about, List<Activity> activities, List<ZoningRule> rules) {

    /**
     * Something people do at a place.
     *
     * @param code its code ("construction")
     * @param label its name
     */
    public record Activity(String code, Text label) {}
}
