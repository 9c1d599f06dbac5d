package org.anlan.coast.tally;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anlan.base.Text;
import org.anlan.coast.By;
import org.anlan.coast.CountingRules;
import org.anlan.coast.Sums;
import org.anlan.coast.SurveySource;
import org.anlan.coast.survey.SplitSurvey;
import org.anlan.coast.survey.Survey;

/**
 * A survey added up by place and kind: all that figures need of it. Its size goes with the regions and kinds there are, not with the number of segments, so a
 * figure takes as long for a million segments as for a hundred.
 *
 * @param byPlace coast by region and kind
 * @param whole coast by kind: a segment in two regions is counted once
 * @param regionNames name by code of the regions it was split by
 * @param source scale and source of the survey
 * @param warnings coast drawn twice, regions that overlap, several scales
 */
public record Tally(
        List<Group> byPlace,
        List<Group> whole,
        Map<String, String> regionNames,
        SurveySource source,
        List<Text> warnings) {

    static final Comparator<Group> ORDER = Comparator.comparing(Group::region)
            .thenComparing(g -> g.kind().type1())
            .thenComparing(g -> g.kind().type2())
            .thenComparing(g -> g.kind().protection())
            .thenComparing(g -> g.kind().space())
            .thenComparing(g -> g.kind().use());

    /**
     * Coast of one kind in one region.
     *
     * @param region code of the region; blank when no region takes it, or for all of them
     * @param kind what it is
     * @param segments segments that have a stretch of it
     * @param lengthM its length
     */
    public record Group(String region, Survey.Kind kind, int segments, double lengthM) {

        /** The code that this coast has in a grouping; blank when it has none. */
        public String code(By by) {
            return switch (by) {
                case CITY, TOWN, BAY -> region;
                case PROTECTION -> kind.protection();
                case SPACE -> kind.space();
                case TYPE1 -> kind.type1();
                case TYPE2 -> kind.type2();
                case USE -> kind.use();
            };
        }
    }

    private record Key(String region, Survey.Kind kind) {}

    private static final class Sum {
        private int segments;
        private int lastSegment = -1;
        private double lengthM;

        /** The stretches of a segment come one after another. */
        void add(SplitSurvey.Stretch stretch) {
            if (stretch.segment() != lastSegment) {
                lastSegment = stretch.segment();
                segments++;
            }
            lengthM += stretch.lengthM();
        }
    }

    /** Adds up the stretches of a survey. */
    public static Tally of(SplitSurvey survey) {
        Map<Key, Sum> places = new HashMap<>();
        Map<Key, Sum> kinds = new HashMap<>();
        for (SplitSurvey.Stretch stretch : survey.stretches()) {
            Survey.Kind kind = survey.segments().get(stretch.segment()).kind();
            places.computeIfAbsent(new Key(stretch.region(), kind), k -> new Sum())
                    .add(stretch);
            kinds.computeIfAbsent(new Key("", kind), k -> new Sum()).add(stretch);
        }
        return new Tally(groups(places), groups(kinds), survey.regionNames(), survey.source(), survey.warnings());
    }

    private static List<Group> groups(Map<Key, Sum> sums) {
        return sums.entrySet().stream()
                .map(e ->
                        new Group(e.getKey().region(), e.getKey().kind(), e.getValue().segments, e.getValue().lengthM))
                .sorted(ORDER)
                .toList();
    }

    /** The groups that a grouping by this rests on. */
    public List<Group> groups(By by) {
        return by.byPlace() ? byPlace : whole;
    }

    /** The sums of these groups by the code that each has in a grouping; those whose code is none of the known ones are under the blank code. */
    public static Map<String, Sums> sums(List<Group> groups, By by, Set<String> known, CountingRules counting) {
        Map<String, SumsBuilder> sums = new HashMap<>();
        sums.put("", new SumsBuilder(counting));
        for (Group group : groups) {
            String code = known.contains(group.code(by)) ? group.code(by) : "";
            sums.computeIfAbsent(code, c -> new SumsBuilder(counting))
                    .add(group.kind(), group.segments(), group.lengthM());
        }
        Map<String, Sums> done = new HashMap<>();
        sums.forEach((code, builder) -> done.put(code, builder.sums()));
        return done;
    }

    /** The sums of everything. */
    public Sums total(CountingRules counting) {
        return total(whole, counting);
    }

    /** The sums of all of these groups. */
    public static Sums total(List<Group> groups, CountingRules counting) {
        SumsBuilder sums = new SumsBuilder(counting);
        groups.forEach(group -> sums.add(group.kind(), group.segments(), group.lengthM()));
        return sums.sums();
    }
}
