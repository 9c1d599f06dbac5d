package org.anlan.outfall.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.outfall.Entry;
import org.anlan.outfall.OutfallRules;

/**
 * The steps of one outfall that count, one after another: each entry of a step is a link, and a correction puts another in its place or takes it out.
 *
 * @param links the steps
 */
record Chain(List<Link> links, OutfallRules rules) {

    /** A step that counts, before its state is known. */
    record Link(long number, LocalDate on, String author, Entry.Step step) {}

    static Chain of(List<Noted> entries, OutfallRules rules) {
        Chain chain = new Chain(new ArrayList<>(), rules);
        entries.forEach(chain::take);
        return chain;
    }

    private void take(Noted noted) {
        if (noted.entry() instanceof Entry.Step step) {
            links.add(new Link(noted.number(), noted.on(), noted.author(), step));
        } else if (noted.entry() instanceof Entry.Correction correction) {
            replace(noted, correction);
        }
    }

    private void replace(Noted noted, Entry.Correction correction) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).number() == correction.replaces()) {
                if (correction.step().isPresent()) {
                    links.set(
                            i,
                            new Link(
                                    noted.number(),
                                    noted.on(),
                                    noted.author(),
                                    correction.step().get()));
                } else {
                    links.remove(i);
                }
                return;
            }
        }
    }

    /** The steps with the states that they lead to. */
    List<Taken> taken() {
        return links.stream()
                .map(link -> new Taken(
                        link.number(),
                        link.on(),
                        link.author(),
                        link.step(),
                        rules.step(link.step().step())
                                .map(OutfallRules.Step::to)
                                .orElse(OutfallRules.UNKNOWN)))
                .toList();
    }

    /**
     * Refuses steps of which one may not follow what is before it: {@code step-not-allowed}, {@code step-before-another}.
     *
     * @param base the state that the first one follows
     * @param from the day of that state
     */
    void check(String base, Optional<LocalDate> from) {
        String state = base;
        Optional<LocalDate> day = from;
        for (Link link : links) {
            String before = state;
            OutfallRules.Step rule = rules.step(link.step().step())
                    .filter(step -> step.from().contains(before))
                    .orElseThrow(() -> notAllowed(link.step().step(), before));
            if (day.isPresent() && link.on().isBefore(day.get())) {
                throw Refusal.conflict(
                        "step-before-another",
                        "步骤“%s”的日期 %s 早于它之前的状态（%s，%s）；未作任何更改。",
                        "The step \"%s\" on %s would lie before the state that it follows (%s of %s); nothing was changed.",
                        link.step().step(),
                        link.on(),
                        before,
                        day.get());
            }
            state = rule.to();
            day = Optional.of(link.on());
        }
    }

    private Refusal notAllowed(String step, String state) {
        return Refusal.conflict(
                "step-not-allowed",
                "状态“%2$s”之后不能进行步骤“%1$s”；可用：%3$s。未作任何更改。",
                "The step \"%1$s\" may not follow the state \"%2$s\"; allowed: %3$s. Nothing was changed.",
                step,
                state,
                String.join(", ", rules.after(state)));
    }
}
