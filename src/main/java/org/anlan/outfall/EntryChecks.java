package org.anlan.outfall;

import java.time.LocalDate;
import java.util.List;
import org.anlan.base.Refusal;

/** Refuses ({@code bad-entry}) entries that do not say what they have to, or too much. */
final class EntryChecks {

    private static final int MOST_TASKS = 100;
    private static final int MOST_CHARACTERS = 2_000;
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private EntryChecks() {}

    /** A plan has a title, a unit and a deadline, and each task says what and until when. */
    static void check(Entry.Plan plan) {
        if (plan.title().isEmpty() || plan.unit().isEmpty()) {
            throw bad("方案须有标题（title）和责任单位（unit）", "a plan needs a \"title\" and a \"unit\"");
        }
        mustBeDay(plan.deadline(), "deadline");
        mustBeShort(plan.title());
        mustBeShort(plan.unit());
        if (plan.tasks().size() > MOST_TASKS) {
            throw bad("任务超过 %d 项", "there are more than %d tasks", MOST_TASKS);
        }
        for (Entry.Task task : plan.tasks()) {
            if (task.what().isEmpty()) {
                throw bad("任务须写明内容（what）", "a task needs to say \"what\"");
            }
            mustBeShort(task.what());
            mustBeShort(task.unit());
            mustBeDay(task.deadline(), "tasks.deadline");
        }
    }

    /** A permit has a number, and does not end before it begins. */
    static void check(Entry.Permit permit) {
        if (permit.number().isEmpty()) {
            throw bad("许可须有编号（number）", "a permit needs a \"number\"");
        }
        List.of(permit.number(), permit.holder(), permit.issuer(), permit.remark())
                .forEach(EntryChecks::mustBeShort);
        if (permit.from() != null && permit.to() != null && permit.to().isBefore(permit.from())) {
            throw bad("有效期止（to）早于起（from）", "the permit ends (\"to\") before it begins (\"from\")");
        }
    }

    /** A sign has a name and, where it has a place, a whole one. */
    static void check(Entry.Sign sign) {
        if (sign.name().isEmpty()) {
            throw bad("标识牌须有名称（name）", "a sign needs a \"name\"");
        }
        List.of(sign.name(), sign.pollutants(), sign.unit(), sign.phone(), sign.remark())
                .forEach(EntryChecks::mustBeShort);
        if ((sign.lon() == null) != (sign.lat() == null)) {
            throw bad("经度（lon）和纬度（lat）应同时给出", "\"lon\" and \"lat\" go together");
        }
        if (sign.lon() != null && !(Math.abs(sign.lon()) <= 180 && Math.abs(sign.lat()) <= 90)) {
            throw bad("经度（lon）、纬度（lat）超出范围（度）", "\"lon\", \"lat\" are out of range (degrees)");
        }
    }

    static void mustBeDay(LocalDate day, String name) {
        if (day == null || day.isBefore(EARLIEST) || !day.isBefore(LATEST)) {
            throw bad(
                    "缺少日期“%s”，或日期不合理（应写作 2025-12-31）",
                    "the day \"%s\" is missing or out of reason (write 2025-12-31)", name);
        }
    }

    static void mustBeShort(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw bad("文字超过 %d 个字符", "a text has more than %d characters", MOST_CHARACTERS);
        }
    }

    static Refusal bad(String zh, String en, Object... arguments) {
        return Refusal.invalid("bad-entry", "不能登记：" + zh + "。", "This cannot be entered: " + en + ".", arguments);
    }
}
