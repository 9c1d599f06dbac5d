package org.anlan.units;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.access.Caller;
import org.anlan.base.EnteredText;
import org.anlan.casework.FieldDay;
import org.anlan.store.LedgerEvent;
import org.anlan.store.LedgerFold;
import org.anlan.store.LedgerLog;

/** The ledger of the offices that are responsible for units. */
final class UnitOffices {

    private static final String OFFICE = "office";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final LedgerLog log;
    private final FieldDay days;
    private final LedgerFold<List<UnitOffice>> offices;

    UnitOffices(LedgerLog log, FieldDay days) {
        this.log = log;
        this.days = days;
        this.offices = new LedgerFold<>(log, Units.LEDGER, UnitOffices::with);
    }

    private static List<UnitOffice> with(Optional<List<UnitOffice>> before, LedgerEvent event) {
        JsonNode body;
        try {
            body = MAPPER.readTree(event.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger's event " + event.seq() + " is no JSON", e);
        }
        List<UnitOffice> all = new ArrayList<>(before.orElse(List.of()));
        all.add(new UnitOffice(
                event.number(),
                event.on(),
                event.at(),
                event.author(),
                body.path(OFFICE).asText(),
                body.path("plan").asText(),
                body.path("remark").asText()));
        return List.copyOf(all);
    }

    /** The offices of a unit, the oldest first. */
    List<UnitOffice> of(UnitKind kind, String code) {
        return offices.now().getOrDefault(subject(kind, code), List.of());
    }

    private static String subject(UnitKind kind, String code) {
        return kind.word() + ":" + code;
    }

    /** Enters one more and gives all; refused as {@link Units#enter} says. */
    List<UnitOffice> enter(UnitKind kind, String code, Units.Entered entered, Caller caller) {
        List<UnitOffice> before = of(kind, code);
        LocalDate on = before.isEmpty()
                ? days.past(entered.on())
                : days.pastSince(before.get(before.size() - 1).on(), entered.on());
        String body = JsonNodeFactory.instance
                .objectNode()
                .put(OFFICE, EnteredText.required(OFFICE, entered.office(), EnteredText.LONGEST_NAME))
                .put("plan", EnteredText.or("plan", entered.plan(), EnteredText.LONGEST_NAME))
                .put("remark", EnteredText.or("remark", entered.remark(), EnteredText.LONGEST_REMARK))
                .toString();
        LedgerEvent.New event = new LedgerEvent.New(
                Units.LEDGER, subject(kind, code), entered.after().orElse(before.size()), OFFICE, on, body);
        return with(
                Optional.of(before), log.append(List.of(event), caller.actor()).get(0));
    }
}
