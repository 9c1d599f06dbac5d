package org.anlan.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.anlan.access.Caller;
import org.anlan.base.EnteredText;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.store.Attachment;
import org.anlan.store.Attachments;
import org.anlan.store.LedgerEvent;
import org.anlan.store.LedgerFold;
import org.anlan.store.LedgerLog;

/** The ledger of problem sites (问题点位): opened, taken on step by step to the end of the loop, never rewritten. */
public final class Cases {

    /** The name of the ledger. */
    public static final String LEDGER = "case";

    private static final String MOVED = "ledger-moved";

    private static final int MOST_ATTACHMENTS = 50;

    private final LedgerLog log;
    private final Attachments attachments;
    private final LedgerFold<Case> cases;
    private final FieldDay days;

    /** The problem sites in these ledgers, with these photos and documents. */
    public Cases(LedgerLog log, Attachments attachments, Clock clock) {
        this.log = log;
        this.attachments = attachments;
        this.cases = new LedgerFold<>(log, LEDGER, CaseBody::fold);
        this.days = new FieldDay(clock);
    }

    /** All problem sites as they are now, by number. */
    public SortedMap<String, Case> all() {
        return cases.now();
    }

    /** Today, where the sites are. */
    public LocalDate today() {
        return days.today();
    }

    /** A problem site; refused ({@code unknown-case}). */
    public Case find(String number) {
        return Optional.ofNullable(all().get(number))
                .orElseThrow(() ->
                        Refusal.notFound("unknown-case", "没有编号为“%s”的问题点位", "There is no problem site \"%s\"", number));
    }

    /** The day a problem site was found, as its draft says; refused ({@code day-in-the-future}, {@code deadline-before}). */
    LocalDate found(CaseDraft draft) {
        LocalDate found = days.past(draft.found());
        draft.deadline().ifPresent(until -> mustFollow(found, until));
        return found;
    }

    private static void mustFollow(LocalDate day, LocalDate deadline) {
        if (deadline.isBefore(day)) {
            throw Refusal.invalid(
                    "deadline-before", "期限 %s 早于 %s", "The deadline %s is before the day it is set, %s", deadline, day);
        }
    }

    /**
     * Opens problem sites under the next numbers, all or none. What is asked beforehand holds at the moment at which they are entered, whichever processes write to the ledger:
     * when somebody was faster, it is asked again. Refused ({@code not-your-region}), and as what is asked beforehand says.
     *
     * @param unknown is shown all problem sites there are, and refuses what is among them already
     */
    List<Case> open(
            List<CaseOpening> openings, LocalDate found, Caller caller, Consumer<SortedMap<String, Case>> unknown) {
        openings.forEach(opening -> caller.mustWorkIn(opening.place().regionCodes()));
        while (true) {
            LedgerFold.Seen<Case> seen = cases.seen();
            unknown.accept(seen.subjects());
            try {
                return log
                        .appendHavingSeen(LEDGER, seen.seq(), events(openings, found, seen.subjects()), caller.actor())
                        .stream()
                        .map(event -> CaseBody.fold(Optional.empty(), event))
                        .toList();
            } catch (Refusal refusal) {
                if (!refusal.code().equals(MOVED)) {
                    throw refusal;
                }
            }
        }
    }

    private List<LedgerEvent.New> events(List<CaseOpening> openings, LocalDate found, SortedMap<String, Case> known) {
        int year = days.today().getYear();
        int next = nextNumber(year, known.keySet());
        List<LedgerEvent.New> events = new ArrayList<>();
        for (CaseOpening opening : openings) {
            String number = String.format(Locale.ROOT, "%d-%04d", year, next++);
            events.add(new LedgerEvent.New(
                    LEDGER, number, 0, CaseEntry.Kind.OPEN.word(), found, CaseBody.opening(opening)));
        }
        return events;
    }

    private static int nextNumber(int year, Set<String> numbers) {
        String prefix = year + "-";
        return 1
                + numbers.stream()
                        .filter(number -> number.startsWith(prefix))
                        .mapToInt(number -> Integer.parseInt(number.substring(prefix.length())))
                        .max()
                        .orElse(0);
    }

    /**
     * Takes a problem site one step on, back with a reason, opens it again, or notes something. Refused: {@code unknown-case}, {@code not-your-region}, {@code
     * illegal-step} (with what is allowed), {@code ledger-moved}, {@code day-in-the-future}, {@code days-in-order}, {@code deadline-before}, {@code missing-value}, {@code
     * text-too-long}, {@code unknown-attachment}, {@code too-many-attachments}.
     */
    public Case move(String number, CaseMove asked, Caller caller) {
        Case now = find(number);
        caller.mustWorkIn(now.opening().place().regionCodes());
        CaseMove move = entered(asked);
        CaseEntry.Kind kind = move.to().map(to -> step(now, to)).orElse(CaseEntry.Kind.NOTE);
        if (kind == CaseEntry.Kind.RETURN || kind == CaseEntry.Kind.REOPEN) {
            EnteredText.required("remark", move.remark(), EnteredText.LONGEST_REMARK);
        }
        LocalDate on = days.pastSince(now.newest().on(), move.on());
        move.deadline().ifPresent(until -> mustFollow(on, until));
        mustBeAttached(number, move.attachments());
        LedgerEvent.New event = new LedgerEvent.New(
                LEDGER, number, move.after().orElse(now.newest().number()), kind.word(), on, CaseBody.move(move));
        return CaseBody.fold(
                Optional.of(now), log.append(List.of(event), caller.actor()).get(0));
    }

    private void mustBeAttached(String number, List<String> ids) {
        if (ids.size() > MOST_ATTACHMENTS) {
            throw Refusal.invalid(
                    "too-many-attachments", "附件超过 %d 个", "There are more than %d attachments", MOST_ATTACHMENTS);
        }
        if (ids.isEmpty()) {
            return;
        }
        Set<String> known =
                attachments.of(LEDGER, number).stream().map(Attachment::id).collect(Collectors.toSet());
        for (String id : ids) {
            if (!known.contains(id)) {
                throw Refusal.notFound(
                        "unknown-attachment",
                        "问题点位“%s”没有附件“%s”；请先上传",
                        "The problem site \"%s\" has no attachment \"%s\"; hand it in first",
                        number,
                        id);
            }
        }
    }

    private static CaseMove entered(CaseMove move) {
        String remark = EnteredText.or("remark", move.remark(), EnteredText.LONGEST_REMARK);
        boolean nothing = move.to().isEmpty()
                && remark.isEmpty()
                && move.title().isEmpty()
                && move.unit().isEmpty()
                && move.deadline().isEmpty()
                && move.attachments().isEmpty();
        if (nothing) {
            throw Refusal.invalid("missing-value", "缺少“remark”", "\"remark\" is missing");
        }
        return new CaseMove(
                move.to(),
                move.on(),
                remark,
                move.title().map(title -> EnteredText.required("title", title, EnteredText.LONGEST_NAME)),
                move.unit().map(unit -> EnteredText.or("unit", unit, EnteredText.LONGEST_NAME)),
                move.deadline(),
                move.attachments(),
                move.after());
    }

    private static CaseEntry.Kind step(Case now, CaseState to) {
        List<CaseState> allowed = now.state().next();
        if (!allowed.contains(to)) {
            Text names = CaseState.names(allowed);
            throw Refusal.conflict(
                    "illegal-step",
                    "问题点位 %1$s 处于“%2$s”，不能转到“%3$s”；可以转到：%4$s。未作任何更改。",
                    "The problem site %1$s is \"%5$s\" and cannot go to \"%6$s\"; it may go to: %7$s. Nothing was changed.",
                    now.number(),
                    now.state().label().zh(),
                    to.label().zh(),
                    names.zh(),
                    now.state().word(),
                    to.word(),
                    names.en());
        }
        if (now.state() == CaseState.CLOSED) {
            return CaseEntry.Kind.REOPEN;
        }
        return now.state().before(to) ? CaseEntry.Kind.STEP : CaseEntry.Kind.RETURN;
    }
}
