package org.anlan.outfall;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What somebody enters in the archive of an outfall. The day on which it happened and who entered it are kept beside it. */
public sealed interface Entry {

    /**
     * A step of the work (查·测·溯·治·管).
     *
     * @param step its word ("traced")
     * @param from the state that it followed; blank until it is entered
     * @param remark what there is to say of it
     * @param attachments ids of photos and documents
     */
    record Step(String step, String from, String remark, List<String> attachments) implements Entry {

        /** Fills in what was left out. */
        public Step {
            step = orBlank(step);
            from = orBlank(from);
            remark = orBlank(remark);
            attachments = attachments == null
                    ? List.of()
                    : attachments.stream().filter(Objects::nonNull).toList();
        }
    }

    /**
     * Puts an entry right: it no longer counts, and a step may stand in its place.
     *
     * @param replaces number of the entry that was wrong
     * @param reason why
     * @param step what is true instead of a step; empty = nothing
     */
    record Correction(long replaces, String reason, Optional<Step> step) implements Entry {

        /** Fills in what was left out. */
        public Correction {
            reason = orBlank(reason);
            step = step == null ? Optional.empty() : step;
        }
    }

    /**
     * The plan of the outfall (一口一策); a newer one takes its place.
     *
     * @param title what is to be done
     * @param unit who answers for it
     * @param deadline until when
     * @param tasks its tasks, numbered from 1 in their order
     */
    record Plan(String title, String unit, LocalDate deadline, List<Task> tasks) implements Entry {

        /** Fills in what was left out. */
        public Plan {
            title = orBlank(title);
            unit = orBlank(unit);
            tasks = tasks == null ? List.of() : List.copyOf(tasks);
        }
    }

    /**
     * A task of a plan.
     *
     * @param what what is to be done
     * @param unit who does it
     * @param deadline until when
     */
    record Task(String what, String unit, LocalDate deadline) {

        /** Fills in what was left out. */
        public Task {
            what = orBlank(what);
            unit = orBlank(unit);
        }
    }

    /**
     * A task that is done.
     *
     * @param plan number of the entry that holds the plan
     * @param task number of the task
     * @param remark what there is to say of it
     */
    record Done(long plan, int task, String remark) implements Entry {

        /** Fills in what was left out. */
        public Done {
            remark = orBlank(remark);
        }
    }

    /**
     * The permit (排污许可, 入河排污口设置审批); a newer one takes its place.
     *
     * @param number its number
     * @param holder who holds it
     * @param issuer who gave it
     * @param from from when it holds; may be null
     * @param to until when; may be null
     * @param remark what there is to say of it
     */
    record Permit(String number, String holder, String issuer, LocalDate from, LocalDate to, String remark)
            implements Entry {

        /** Fills in what was left out. */
        public Permit {
            number = orBlank(number);
            holder = orBlank(holder);
            issuer = orBlank(issuer);
            remark = orBlank(remark);
        }
    }

    /**
     * A sign that stands at the outfall (标识牌).
     *
     * @param name what it says
     * @param lon longitude in degrees, CGCS2000; may be null
     * @param lat latitude in degrees; may be null
     * @param pollutants pollutants that it names
     * @param unit unit that answers for the outfall
     * @param phone telephone number for complaints
     * @param remark its state
     */
    record Sign(String name, Double lon, Double lat, String pollutants, String unit, String phone, String remark)
            implements Entry {

        /** Fills in what was left out. */
        public Sign {
            name = orBlank(name);
            pollutants = orBlank(pollutants);
            unit = orBlank(unit);
            phone = orBlank(phone);
            remark = orBlank(remark);
        }
    }

    /**
     * A source that was traced to the outfall, or is no longer taken for one of it.
     *
     * @param source code of the source in the layer {@code outfall-sources}
     * @param linked whether it feeds the outfall
     * @param remark what there is to say of it
     */
    record Source(String source, boolean linked, String remark) implements Entry {

        /** Fills in what was left out. */
        public Source {
            source = orBlank(source);
            remark = orBlank(remark);
        }
    }

    private static String orBlank(String text) {
        return text == null ? "" : text.strip();
    }
}
