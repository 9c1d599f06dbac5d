package org.anlan.zoning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.Counted;
import org.anlan.coast.RetentionFigure;
import org.anlan.zoning.impact.ShownReport;
import org.locationtech.jts.geom.Geometry;

/**
 * What a project meets and what the rules say of it. Lengths are geodesic metres on the CGCS2000 ellipsoid, areas geodesic square metres; what lies inside is
 * found in longitude and latitude with edges as drawn ({@link org.anlan.geo.Inside} tells how exact that is).
 *
 * @param footprint the project's shape
 * @param lengthM its length where it is a line, else 0
 * @param areaM2 its area, 0 where it is none
 * @param activity what is to be done
 * @param day the day whose rules were asked
 * @param layers what it meets, layer by layer
 * @param coast the coast it takes; empty when there is no survey
 * @param outfalls the outfalls near it, the nearest first
 * @param nearM what counts as near
 * @param judgements what each rule says that speaks
 * @param verdict the gravest of them
 * @param ruleSets the zoning rules asked, version by id
 * @param warnings what a reader should know
 */
public record ImpactReport(
        Geometry footprint,
        double lengthM,
        double areaM2,
        ZoningRules.Activity activity,
        LocalDate day,
        List<LayerHits> layers,
        Optional<CoastTaken> coast,
        List<Near> outfalls,
        double nearM,
        List<Judgement> judgements,
        Verdict verdict,
        SortedMap<String, Integer> ruleSets,
        List<Text> warnings) {

    /** The report as it is told to somebody who is shown this catalogue only: the verdict stays, features and values that they are not shown are left out. */
    public ImpactReport shownTo(Catalog shown) {
        return new ShownReport(shown).of(this);
    }

    /**
     * What a layer has at the project.
     *
     * @param layer the layer
     * @param revision its state
     * @param hits features that the project lies in, takes part of or crosses, the greatest part first
     * @param touching features that share only a border with it: no hit
     * @param nearest the nearest feature when nothing is hit or touched, within 200 km
     */
    public record LayerHits(
            LayerDefinition layer, long revision, List<Hit> hits, List<Feature> touching, Optional<Near> nearest) {}

    /**
     * A feature.
     *
     * @param id its id
     * @param name its name; its id where it has none
     * @param values its values by field, those it has
     */
    public record Feature(String id, String name, Map<String, Object> values) {}

    /**
     * What the project has in common with a feature.
     *
     * @param feature the feature
     * @param lengthM metres of a line inside an area, or of lines along each other; 0 where the common part is no line
     * @param areaM2 area in common; 0 where there is none
     * @param part the common part
     */
    public record Hit(Feature feature, double lengthM, double areaM2, Geometry part) {}

    /**
     * A feature beside the project.
     *
     * @param feature the feature
     * @param distanceM from border to border, geodesic metres; 0 when they meet
     */
    public record Near(Feature feature, double distanceM) {}

    /**
     * The mainland coast inside the project, and the retention ratio when all of it becomes artificial.
     *
     * @param year survey year
     * @param rules counting rule set, id and version
     * @param takes what lies inside, by type and protection class
     * @param lengthM all of it
     * @param naturalM what of it counts as natural
     * @param target what the ratio is held against
     * @param before the counted sums now
     * @param after the counted sums then
     */
    public record CoastTaken(
            int year,
            String rules,
            List<Taking> takes,
            double lengthM,
            double naturalM,
            Optional<RetentionFigure.Target> target,
            Counted before,
            Counted after) {}

    /**
     * Coast of one kind inside the project.
     *
     * @param type1 code of the level 1 type; blank when it has none
     * @param type2 code of the level 2 type; blank when it has none
     * @param protection code of the protection class; blank when it has none
     * @param lengthM its length
     */
    public record Taking(String type1, String type2, String protection, double lengthM) {}

    /**
     * What a rule says.
     *
     * @param rule the rule
     * @param verdict of this activity
     * @param because the features that make it speak, by id; none when it always speaks
     */
    public record Judgement(ZoningRule rule, Verdict verdict, List<String> because) {}
}
