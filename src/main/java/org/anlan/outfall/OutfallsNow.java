package org.anlan.outfall;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.anlan.outfall.ledger.Count;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.ledger.History;
import org.anlan.outfall.ledger.Register;
import org.anlan.outfall.readings.Gauge;
import org.anlan.outfall.readings.Summary;

/** What is so of each outfall now, by its place in the register; worked out when it is asked for. */
final class OutfallsNow {

    private final Desk desk;
    private final Register register;
    private final Register measured;
    private final Summary readings;
    private final Map<String, History> histories;
    private final LocalDate today;

    /** The outfalls, their entries and their readings as they are now. */
    OutfallsNow(Desk desk, Gauge.Look look) {
        this.desk = desk;
        this.register = desk.register();
        this.measured = look.register();
        this.readings = look.summary();
        this.histories = desk.book().all();
        this.today = desk.today();
    }

    List<Outfall> outfalls() {
        return register.outfalls();
    }

    Outfall outfall(int place) {
        return outfalls().get(place);
    }

    /** Where an outfall stands in the order of the names. */
    int nameOrder(int place) {
        return register.nameOrder(place);
    }

    private History history(int place) {
        return histories.getOrDefault(outfall(place).code(), History.NONE);
    }

    String state(int place) {
        return desk.state(outfall(place), history(place));
    }

    boolean overdue(int place) {
        return desk.overdue(outfall(place), history(place), state(place), today);
    }

    /** Whether the newest reading is above a limit. */
    boolean exceeding(int place) {
        int at = measured(place);
        return at >= 0 && readings.isExceeding(at);
    }

    /** How many readings ever were above a limit. */
    int exceedances(int place) {
        int at = measured(place);
        return at < 0 ? 0 : readings.exceedances(at);
    }

    /** The place of an outfall in the register that the readings were read with: the same as a rule, -1 when that has not heard of it. */
    private int measured(int place) {
        return measured == register ? place : measured.place(outfall(place).code());
    }

    /** An outfall as lists tell it. */
    OutfallList.Line line(int place) {
        Outfall outfall = outfall(place);
        History history = history(place);
        String state = desk.state(outfall, history);
        int at = measured(place);
        OptionalInt last = at < 0 ? OptionalInt.empty() : readings.lastDay(at);
        return new OutfallList.Line(
                outfall.code(),
                outfall.name(),
                outfall.kind(),
                outfall.cat1(),
                outfall.cat2(),
                outfall.treatment(),
                outfall.townCode(),
                outfall.town(),
                outfall.bayCode(),
                outfall.receiving(),
                state,
                Count.stateName(desk, state),
                history.steps().isEmpty()
                        ? outfall.asOf()
                        : Optional.of(
                                history.steps().get(history.steps().size() - 1).on()),
                desk.deadline(outfall, history, today),
                desk.overdue(outfall, history, state, today),
                last.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(last.getAsInt())),
                exceeding(place),
                exceedances(place),
                outfall.lon(),
                outfall.lat());
    }

    /** The same of the one of this code. Refused: {@code unknown-outfall}. */
    OutfallList.Line line(String code) {
        return line(register.place(register.find(code).code()));
    }
}
