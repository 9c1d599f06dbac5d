package org.anlan.coast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.anlan.base.Text;
import org.anlan.coast.rates.Casting;
import org.anlan.coast.rates.Regression;
import org.locationtech.jts.geom.LineString;

/**
 * How fast the mainland coast moves, transect by transect, with everything the figures rest on: net shoreline movement (NSM), shoreline change envelope (SCE), end point
 * rate (EPR), linear and weighted linear regression rate (LRR, WLR). Positive is seaward (accretion), negative landward (erosion). Source of the definitions: USGS DSAS 5.0
 * user guide (Himmelstoss et al., 2018, Open-File Report 2018-1179).
 *
 * @param surveys the surveys used, oldest first
 * @param by what the rows are: city, town or bay
 * @param revisions the state of the layers it was computed from
 * @param baseline what the transects stand on
 * @param casting how they were cast
 * @param total all transects
 * @param rows one per region that has transects, in the order of their codes
 * @param unassigned transects whose foot no region takes
 * @param transects along the baseline, numbered from 1
 * @param warnings what a reader should know before comparing
 */
public record RatesFigure(
        List<SurveyUsed> surveys,
        By by,
        RetentionFigure.Revisions revisions,
        BaselineUsed baseline,
        Casting casting,
        Sums total,
        List<Row> rows,
        Sums unassigned,
        List<Transect> transects,
        List<Text> warnings) {

    /** By whose definitions the rates are computed. */
    public static final String RATE_METHOD = "dsas-5";

    /** The probability of the confidence bands, percent. */
    public static final int CONFIDENCE_PERCENT = Regression.CONFIDENCE_PERCENT;

    /**
     * A survey.
     *
     * @param year its survey year
     * @param date its day, where one was given
     * @param time its time in years: the day's, else the survey year's number (its first of January)
     * @param uncertaintyM how far its line may be off, metres
     * @param sources the files it came from with their coordinate systems, as far as known
     */
    public record SurveyUsed(
            int year, Optional<LocalDate> date, double time, double uncertaintyM, List<String> sources) {}

    /**
     * A baseline.
     *
     * @param surveyYear the survey whose line it is; empty when it was given
     * @param lines its lines, CGCS2000 degrees, each with the sea on its left
     * @param lengthM their length
     */
    public record BaselineUsed(OptionalInt surveyYear, List<LineString> lines, double lengthM) {}

    /**
     * Where a transect meets a survey's line.
     *
     * @param year the survey
     * @param distanceM geodesic distance from the foot of the transect, positive seaward
     * @param lon longitude in degrees
     * @param lat latitude in degrees
     * @param found how many intersections there are; this one was picked
     */
    public record Intersection(int year, double distanceM, double lon, double lat, int found) {}

    /** Which way a coast moves, told by the end point rate against its uncertainty. */
    public enum Trend {
        /** Landward, by more than the uncertainty. */
        ERODING,
        /** Seaward, by more than the uncertainty. */
        ACCRETING,
        /** Within the uncertainty. */
        STABLE
    }

    /**
     * A regression rate.
     *
     * @param rateMPerYear slope of the line, metres a year
     * @param determination R²; empty for two surveys, and where the coast moved by less than a millimetre
     * @param standardError standard error of the estimate: metres for LRR, multiples of the uncertainty for WLR; empty for two surveys
     * @param bandMPerYear half the width of the rate's 95 % confidence band; empty for two surveys
     */
    public record Fit(
            double rateMPerYear,
            OptionalDouble determination,
            OptionalDouble standardError,
            OptionalDouble bandMPerYear) {}

    /**
     * How the coast moved along a transect that meets two surveys or more.
     *
     * @param fromYear the oldest survey that it meets
     * @param toYear the newest survey that it meets
     * @param nsmM net shoreline movement: distance of the newest less that of the oldest
     * @param sceM shoreline change envelope: the greatest distance less the least
     * @param eprMPerYear end point rate: NSM by the years between
     * @param eprUncertaintyMPerYear √(u² + u²) of the two surveys by the years between
     * @param trend which way it moved
     * @param lrr linear regression rate
     * @param wlr weighted linear regression rate, weights 1/u²
     */
    public record Movement(
            int fromYear,
            int toYear,
            double nsmM,
            double sceM,
            double eprMPerYear,
            double eprUncertaintyMPerYear,
            Trend trend,
            Fit lrr,
            Fit wlr) {}

    /**
     * A transect.
     *
     * @param number its number along the baseline, from 1
     * @param line the number of the baseline's line it stands on, from 1
     * @param alongM metres from the start of that line to its foot
     * @param lon longitude of the foot in degrees
     * @param lat latitude of the foot in degrees
     * @param shape the transect from its landward to its seaward end, CGCS2000 degrees
     * @param region code of the region of its foot; blank when none takes it
     * @param crossing whether another transect crosses it
     * @param intersections one per survey that it meets, oldest first
     * @param movement how the coast moved; empty when it meets fewer than two surveys
     */
    public record Transect(
            int number,
            int line,
            double alongM,
            double lon,
            double lat,
            LineString shape,
            String region,
            boolean crossing,
            List<Intersection> intersections,
            Optional<Movement> movement) {}

    /**
     * The transect with an extreme rate.
     *
     * @param transect its number
     * @param eprMPerYear its end point rate
     */
    public record Extreme(int transect, double eprMPerYear) {}

    /**
     * What some transects have in common.
     *
     * @param transects how many there are
     * @param measured how many of them have rates
     * @param eroding how many of those erode
     * @param accreting how many accrete
     * @param stable how many are stable within the uncertainty
     * @param meanEprMPerYear mean end point rate; empty where none is measured
     * @param meanLrrMPerYear mean linear regression rate
     * @param lowest the lowest end point rate: the fastest erosion where it is negative
     * @param highest the highest end point rate
     */
    public record Sums(
            int transects,
            int measured,
            int eroding,
            int accreting,
            int stable,
            OptionalDouble meanEprMPerYear,
            OptionalDouble meanLrrMPerYear,
            Optional<Extreme> lowest,
            Optional<Extreme> highest) {

        /** A number of transects as a share of those with rates, percent; empty where none is measured. */
        public OptionalDouble percent(int number) {
            return measured == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * number / measured);
        }
    }

    /**
     * One row.
     *
     * @param code code of the region
     * @param name its name
     * @param sums its transects
     */
    public record Row(String code, String name, Sums sums) {}
}
