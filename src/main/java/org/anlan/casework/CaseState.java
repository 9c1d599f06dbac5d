package org.anlan.casework;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.anlan.base.EnumWord;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/** How far a problem site has come on its closed loop (DOMAIN §3, plan §4.5.2), in the order of the loop. */
public enum CaseState {
    /** Monitoring found it. */
    FOUND("监控发现", "found"),
    /** Handed over to whoever investigates it. */
    HANDED_OVER("移交查处", "handed over for investigation"),
    /** The unit in charge puts it right, under supervision. */
    RECTIFYING("督促整改", "rectification supervised"),
    /** Transferred and reported upwards. */
    REPORTED("移送上报", "transferred and reported"),
    /** Written off: the loop is closed. */
    CLOSED("销号", "closed");

    private final String zh;
    private final String en;

    CaseState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The word for it ("handed-over"). */
    public String word() {
        return EnumWord.of(this);
    }

    /** What it is called. */
    public Text label() {
        return new Text(zh, en);
    }

    /** Whether there is still something to do. */
    public boolean open() {
        return this != CLOSED;
    }

    /** Where it may go from here: one step on, or back to any earlier one; back from the end is a reopening. */
    public List<CaseState> next() {
        List<CaseState> loop = List.of(values());
        int here = loop.indexOf(this);
        return loop.stream()
                .filter(to -> to != this && loop.indexOf(to) <= here + 1)
                .toList();
    }

    /** Whether this comes before another on the loop. */
    boolean before(CaseState other) {
        return compareTo(other) < 0;
    }

    /** Words and labels of states, for people. */
    static Text names(List<CaseState> states) {
        return new Text(
                states.stream().map(one -> one.word() + " " + one.zh).collect(Collectors.joining("、")),
                states.stream().map(CaseState::word).collect(Collectors.joining(", ")));
    }

    /** The state of this word or Chinese label; refused ({@code unknown-state}). */
    public static CaseState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word) || state.zh.equals(word))
                .findFirst()
                .orElseThrow(() -> {
                    Text known = names(List.of(values()));
                    return Refusal.invalid(
                            "unknown-state",
                            "问题点位没有状态“%1$s”；可用：%2$s",
                            "A problem site has no state \"%1$s\"; there are: %3$s",
                            word,
                            known.zh(),
                            known.en());
                });
    }
}
