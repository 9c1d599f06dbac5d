package org.anlan.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.anlan.base.Text;
import org.anlan.coast.RetentionFigure;

/**
 * The units of a kind with their figures.
 *
 * @param kind what they are
 * @param day the day on which problem sites are overdue or not
 * @param surveyYear the coast survey; empty where there is none, and for rivers
 * @param rules what counts as natural; empty as the survey
 * @param revisions the states of the layers, by id
 * @param units by code
 * @param warnings what a reader should know
 */
public record UnitList(
        UnitKind kind,
        LocalDate day,
        Optional<Integer> surveyYear,
        Optional<RetentionFigure.RuleSet> rules,
        SortedMap<String, Long> revisions,
        List<UnitFigure> units,
        List<Text> warnings) {}
