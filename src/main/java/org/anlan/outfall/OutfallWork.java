package org.anlan.outfall;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.ledger.History;
import org.anlan.outfall.ledger.Noted;
import org.anlan.outfall.ledger.Taken;

/**
 * Enters things in the archives of outfalls. Nothing is changed or deleted: what was wrong is put right by a later entry. Everything may be refused: {@code
 * not-signed-in}, {@code not-permitted}, {@code not-your-region}, {@code unknown-outfall}, {@code bad-entry} with what is wrong, {@code ledger-moved} when somebody was faster.
 */
public final class OutfallWork {

    private static final int MOST_ATTACHMENTS = 50;

    private final Desk desk;

    OutfallWork(Desk desk) {
        this.desk = desk;
    }

    /** An outfall that somebody works on, and its archive as they know it. */
    private record Case(Outfall outfall, History history, Caller caller) {}

    private Case open(String code, Caller caller) {
        caller.must(Right.KEEP_LEDGERS);
        Outfall outfall = desk.register().find(code);
        caller.mustWorkIn(outfall.regions());
        return new Case(outfall, desk.book().of(code), caller);
    }

    private OutfallDossier.Entered enter(Case open, LocalDate on, Entry entry) {
        History now = desk.book()
                .enter(
                        open.outfall().code(),
                        open.history(),
                        on,
                        entry,
                        open.caller().actor());
        String state = desk.state(open.outfall(), now);
        return new OutfallDossier.Entered(
                OutfallArchives.entered(
                        now, now.entries().get((int) open.history().last())),
                state,
                desk.rules().after(state));
    }

    /** Enters a step. Also refused: {@code step-not-allowed} with the steps that are, {@code step-before-another}, {@code unknown-attachment}. */
    public OutfallDossier.Entered step(String code, LocalDate on, Entry.Step step, Caller caller) {
        Case open = open(code, caller);
        mustBePast(on);
        check(step, open);
        Entry.Step whole = new Entry.Step(
                step.step(), desk.state(open.outfall(), open.history()), step.remark(), step.attachments());
        desk.book().mustFollow(open.history(), whole, on, base(open), since(open));
        return enter(open, on, whole);
    }

    /** The state before the first step, and the day of it where the layer told it then. */
    private String base(Case open) {
        List<Taken> steps = open.history().steps();
        return steps.isEmpty()
                ? desk.state(open.outfall(), open.history())
                : steps.get(0).step().from();
    }

    private static Optional<LocalDate> since(Case open) {
        List<Taken> steps = open.history().steps();
        return open.outfall()
                .asOf()
                .filter(day -> steps.isEmpty() || !day.isAfter(steps.get(0).on()));
    }

    private void check(Entry.Step step, Case open) {
        OutfallRules.Step rule = desk.rules()
                .step(step.step())
                .orElseThrow(() -> EntryChecks.bad(
                        "没有步骤“%s”；可用：%s",
                        "there is no step \"%s\"; there are: %s",
                        step.step(),
                        String.join(
                                ", ",
                                desk.rules().steps().stream()
                                        .map(OutfallRules.Step::word)
                                        .toList())));
        if (rule.needsReason() && step.remark().isEmpty()) {
            throw EntryChecks.bad("步骤“%s”须在备注中写明原因", "the step \"%s\" needs a remark that says why", step.step());
        }
        EntryChecks.mustBeShort(step.remark());
        if (step.attachments().size() > MOST_ATTACHMENTS) {
            throw EntryChecks.bad("附件超过 %d 个", "there are more than %d attachments", MOST_ATTACHMENTS);
        }
        step.attachments().forEach(id -> mustBeAttached(id, open.outfall().code()));
    }

    private void mustBeAttached(String id, String code) {
        if (desk.store().attachments().of(Noted.LEDGER, code).stream()
                .noneMatch(one -> one.id().equals(id))) {
            throw Refusal.notFound(
                    "unknown-attachment",
                    "排污口“%s”没有附件“%s”；请先上传",
                    "The outfall \"%s\" has no attachment \"%s\"; hand it in first",
                    code,
                    id);
        }
    }

    /**
     * Puts an entry right. Also refused: {@code unknown-entry}, {@code already-replaced}, and as a step when steps would stand where they may not.
     *
     * @param on the day of the step that is true instead; the day of the correction when there is none
     */
    public OutfallDossier.Entered correct(String code, LocalDate on, Entry.Correction correction, Caller caller) {
        Case open = open(code, caller);
        mustBePast(on);
        if (correction.reason().isEmpty()) {
            throw EntryChecks.bad("更正须写明原因（reason）", "a correction needs a \"reason\"");
        }
        EntryChecks.mustBeShort(correction.reason());
        Noted wrong = replaceable(open.history(), correction.replaces());
        boolean ofStep = wrong.entry() instanceof Entry.Step
                || (wrong.entry() instanceof Entry.Correction other
                        && other.step().isPresent());
        if (correction.step().isPresent() && !ofStep) {
            throw EntryChecks.bad(
                    "只有步骤可以用步骤更正；其他内容请更正后重新录入",
                    "only a step can be put right by a step; enter other things anew after the correction");
        }
        correction.step().ifPresent(step -> check(step, open));
        Entry.Correction whole = new Entry.Correction(
                correction.replaces(),
                correction.reason(),
                correction.step().map(step -> placed(open, correction.replaces(), step)));
        desk.book().mustHold(open.history(), whole, on, base(open), since(open));
        return enter(open, on, whole);
    }

    /** A step with the state that the one had followed in whose place it stands. */
    private static Entry.Step placed(Case open, long replaces, Entry.Step step) {
        String from = open.history().steps().stream()
                .filter(taken -> taken.number() == replaces)
                .map(taken -> taken.step().from())
                .findFirst()
                .orElse("");
        return new Entry.Step(step.step(), from, step.remark(), step.attachments());
    }

    private static Noted replaceable(History history, long number) {
        if (number < 1 || number > history.last()) {
            throw Refusal.notFound(
                    "unknown-entry",
                    "没有第 %d 条记录；现有 %d 条",
                    "There is no entry %d; there are %d",
                    number,
                    history.last());
        }
        Noted noted = history.entries().get((int) number - 1);
        if (history.isReplaced(number)) {
            throw Refusal.conflict(
                    "already-replaced",
                    "第 %d 条记录已被更正；请更正那条更正。未作任何更改。",
                    "The entry %d was put right already; put that correction right instead. Nothing was changed.",
                    number);
        }
        return noted;
    }

    /** Links a source with the outfall, or takes the link back. Also refused: {@code unknown-source}, {@code source-linked}, {@code source-not-linked}. */
    public OutfallDossier.Entered source(String code, Entry.Source source, Caller caller) {
        Case open = open(code, caller);
        EntryChecks.mustBeShort(source.remark());
        if (desk.sources().find(source.source()).isEmpty()) {
            throw Refusal.notFound(
                    "unknown-source",
                    "没有编码为“%s”的污染源；请先导入图层 outfall-sources（现有 %d 个）",
                    "There is no source of the code \"%s\"; hand it in with the layer outfall-sources first (there are %d)",
                    source.source(),
                    desk.sources().count());
        }
        Set<String> linked = open.history().sources(desk.sources().of(code));
        if (linked.contains(source.source()) == source.linked()) {
            throw source.linked()
                    ? Refusal.conflict(
                            "source-linked",
                            "污染源“%s”已与排污口“%s”关联；未作任何更改。",
                            "The source \"%s\" is linked with the outfall \"%s\" already; nothing was changed.",
                            source.source(),
                            code)
                    : Refusal.conflict(
                            "source-not-linked",
                            "污染源“%s”未与排污口“%s”关联；未作任何更改。",
                            "The source \"%s\" is not linked with the outfall \"%s\"; nothing was changed.",
                            source.source(),
                            code);
        }
        return enter(open, desk.today(), source);
    }

    /** Enters the plan of the outfall; it takes the place of an older one. */
    public OutfallDossier.Entered plan(String code, LocalDate on, Entry.Plan plan, Caller caller) {
        Case open = open(code, caller);
        mustBePast(on);
        EntryChecks.check(plan);
        return enter(open, on, plan);
    }

    /** Says that a task of the plan is done. Also refused: {@code no-plan}, {@code unknown-task}, {@code task-done}. */
    public OutfallDossier.Entered done(String code, LocalDate on, int task, String remark, Caller caller) {
        Case open = open(code, caller);
        mustBePast(on);
        EntryChecks.mustBeShort(remark);
        Noted plan = open.history()
                .newest(Entry.Plan.class, LocalDate.MAX)
                .orElseThrow(() ->
                        Refusal.conflict("no-plan", "排污口“%s”还没有一口一策方案", "The outfall \"%s\" has no plan yet", code));
        int tasks = ((Entry.Plan) plan.entry()).tasks().size();
        if (task < 1 || task > tasks) {
            throw Refusal.notFound(
                    "unknown-task", "方案没有第 %d 项任务；现有 %d 项", "The plan has no task %d; there are %d", task, tasks);
        }
        if (open.history().done(plan.number()).containsKey(task)) {
            throw Refusal.conflict(
                    "task-done", "第 %d 项任务已登记完成；未作任何更改。", "The task %d is done already; nothing was changed.", task);
        }
        return enter(open, on, new Entry.Done(plan.number(), task, remark));
    }

    /** Enters a permit; it takes the place of an older one. */
    public OutfallDossier.Entered permit(String code, LocalDate on, Entry.Permit permit, Caller caller) {
        Case open = open(code, caller);
        mustBePast(on);
        EntryChecks.check(permit);
        return enter(open, on, permit);
    }

    /** Enters a sign that stands at the outfall. */
    public OutfallDossier.Entered sign(String code, LocalDate on, Entry.Sign sign, Caller caller) {
        Case open = open(code, caller);
        mustBePast(on);
        EntryChecks.check(sign);
        return enter(open, on, sign);
    }

    /** A day of something that has happened. */
    private void mustBePast(LocalDate on) {
        EntryChecks.mustBeDay(on, "on");
        if (on.isAfter(desk.today())) {
            throw Refusal.invalid(
                    "date-in-the-future",
                    "日期 %s 在今天（%s）之后；未作任何更改。",
                    "The day %s is after today (%s); nothing was changed.",
                    on,
                    desk.today());
        }
    }
}
