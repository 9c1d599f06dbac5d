package org.anlan.outfall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * The archive of one outfall (一口一档).
 *
 * @param outfall how a list shows it
 * @param toBeRemediated whether it is to be remediated
 * @param attributes what the layer has of it: field → value, those without a value left out
 * @param allowedSteps the steps that may come next
 * @param steps the steps that count, in their order
 * @param entries all that was ever entered, the oldest first
 * @param sources the sources that were traced to it
 * @param plan its plan
 * @param permit its permit
 * @param signs its signs
 * @param readings its newest readings, the oldest first
 * @param limits limits of its standard, by word of the parameter
 * @param missingQuarters quarters in which it should have been monitored and was not
 * @param place where it lies, and what checks by place found
 * @param attachments its photos and documents
 * @param entryNumber number of its newest entry
 * @param revisions what this rests on, by layer
 */
public record OutfallDossier(
        OutfallList.Line outfall,
        boolean toBeRemediated,
        Map<String, Object> attributes,
        List<String> allowedSteps,
        List<Step> steps,
        List<Line> entries,
        List<Source> sources,
        Optional<Plan> plan,
        Optional<Line> permit,
        List<Line> signs,
        List<OutfallReading> readings,
        Map<String, Double> limits,
        List<String> missingQuarters,
        Optional<OutfallPlace> place,
        List<Attached> attachments,
        long entryNumber,
        Map<String, Long> revisions) {

    /**
     * A step that counts.
     *
     * @param number number of its entry
     * @param on its day
     * @param author who entered it
     * @param step its word
     * @param label the same for people
     * @param from the state before it
     * @param state the state after it
     * @param remark what there is to say of it
     * @param attachments ids of photos and documents
     */
    public record Step(
            long number,
            LocalDate on,
            String author,
            String step,
            Text label,
            String from,
            String state,
            String remark,
            List<String> attachments) {}

    /**
     * An entry.
     *
     * @param number its number
     * @param kind what it is
     * @param on the day it happened
     * @param at when it was entered
     * @param author who entered it
     * @param replaced whether a later entry put it right
     * @param entry what it says
     */
    public record Line(
            long number, String kind, LocalDate on, Instant at, String author, boolean replaced, Entry entry) {}

    /**
     * What entering something came to.
     *
     * @param entry the entry
     * @param state the state of the outfall now
     * @param allowedSteps the steps that may come next
     */
    public record Entered(Line entry, String state, List<String> allowedSteps) {}

    /**
     * A source.
     *
     * @param code its code
     * @param name its name; blank for one that the layer no longer has
     * @param kind its kind
     * @param party who answers for it
     * @param outfalls all outfalls that it feeds
     */
    public record Source(String code, String name, String kind, String party, List<String> outfalls) {}

    /**
     * The plan.
     *
     * @param number number of its entry
     * @param on the day it was decided
     * @param title what is to be done
     * @param unit who answers for it
     * @param deadline until when
     * @param tasks its tasks
     */
    public record Plan(long number, LocalDate on, String title, String unit, LocalDate deadline, List<Task> tasks) {}

    /**
     * A task of the plan.
     *
     * @param number its number, from 1
     * @param what what is to be done
     * @param unit who does it
     * @param deadline until when
     * @param doneOn the day it was done
     * @param overdue whether it is not done though it should be
     */
    public record Task(
            int number, String what, String unit, LocalDate deadline, Optional<LocalDate> doneOn, boolean overdue) {}

    /**
     * A photo or document.
     *
     * @param id its id
     * @param name its file name
     * @param type its media type
     * @param bytes its size
     * @param at when it was handed in
     * @param author who handed it in
     */
    public record Attached(String id, String name, String type, long bytes, Instant at, String author) {}
}
