package org.anlan.coast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.base.EnumWord;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.coast.forms.CrossText;
import org.anlan.coast.forms.RetentionText;
import org.anlan.coast.kept.JsonDifferences;
import org.anlan.coast.kept.Kept;
import org.anlan.store.Actor;
import org.anlan.store.Documents;
import org.anlan.store.StoredDocument;

/**
 * Retention figures that were reported and must be found again: kept with the question, the revisions, the counting rules' table and the result, under a SHA-256
 * over all of it. A check computes anew and tells whether the same comes out.
 */
public final class FrozenFigures {

    /** The kind of these documents in the store. */
    static final String KIND = "frozen-retention";

    /** Words may change from version to version; a target is compared by its number. */
    private static final Set<String> NOT_COMPARED = Set.of("/warnings", "/target/id", "/target/version");

    private final Retention retention;
    private final CountingRuleSets rules;
    private final Kept kept;

    /** Freezes figures of this retention into these documents. */
    public FrozenFigures(Retention retention, CountingRuleSets rules, Documents documents, Clock clock) {
        this.retention = retention;
        this.rules = rules;
        this.kept = new Kept(documents, KIND, clock);
    }

    /**
     * Computes a figure and freezes it. Refused as the figure may be, and ({@code missing-value}, {@code text-too-long}) without a fitting name.
     *
     * @param question what is asked
     * @param across the columns of a cross-table; empty = a plain figure
     * @param name its name for people
     * @param note anything else; may be blank
     * @param author who freezes it
     */
    public StoredDocument freeze(
            Retention.Question question, Optional<By> across, String name, String note, Actor author) {
        JsonNode result = result(question, across);
        CountingRules counting = question.rules().map(rules::find).orElseGet(rules::usual);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("note", note);
        question(body.putObject("question"), question, across, counting, result);
        ObjectNode ruleSet = body.putObject("ruleSet").put("id", counting.id()).put("version", counting.version());
        ruleSet.set("table", table(counting));
        body.set("revisions", result.path("revisions"));
        body.set("result", result);
        return kept.add(name, author, body);
    }

    private JsonNode result(Retention.Question question, Optional<By> across) {
        return across.map(by -> CrossText.tree(retention.table(question, by)))
                .orElseGet(() -> RetentionText.tree(retention.figure(question)));
    }

    /** The question as it must be asked to get the same answer for ever. The newest of the revisions used names the state of both layers. */
    private static void question(
            ObjectNode node,
            Retention.Question question,
            Optional<By> across,
            CountingRules counting,
            JsonNode result) {
        JsonNode revisions = result.path("revisions");
        node.put("year", result.path("surveyYear").intValue())
                .put("coast", question.coast().word())
                .put("by", question.by().word())
                .put("across", across.map(By::word).orElse(null))
                .put("rules", counting.name())
                .put(
                        "targetPercent",
                        result.at("/target/percent").isNumber()
                                ? (Double) result.at("/target/percent").doubleValue()
                                : null)
                .put(
                        "revision",
                        Math.max(
                                revisions.path("coastline").longValue(),
                                revisions.path("regions").longValue()));
    }

    private static ArrayNode table(CountingRules counting) {
        ArrayNode table = JsonNodeFactory.instance.arrayNode();
        for (CountingRules.Row row : counting.table()) {
            ObjectNode one = table.addObject();
            row.type1().ifPresent(type -> one.put("type1", type));
            row.type2().ifPresent(type -> one.put("type2", type));
            one.put("counts", EnumWord.of(row.counts()));
        }
        return table;
    }

    /** The frozen figures, newest first. */
    public List<StoredDocument.Head> all() {
        return kept.all();
    }

    /** A frozen figure; refused ({@code unknown-document}). */
    public StoredDocument find(String id) {
        return kept.find(id);
    }

    /** What a frozen figure holds: note, question, ruleSet, revisions, result. Refused ({@code document-damaged}) when it cannot be read. */
    public JsonNode body(StoredDocument frozen) {
        return Kept.body(frozen);
    }

    /** Computes a frozen figure anew and compares; refused ({@code unknown-document}). Numbers are the same when they differ by no more than a micrometre. */
    public FrozenCheck check(String id) {
        StoredDocument document = find(id);
        List<FrozenCheck.Reason> reasons = new ArrayList<>();
        if (!Kept.whole(document)) {
            reasons.add(new FrozenCheck.Reason(
                    "document-damaged",
                    new Text("内容与其 SHA-256 不符", "What is kept does not have its SHA-256 any more")));
        }
        try {
            JsonNode body = Kept.body(document);
            if (rules(body, reasons)) {
                compare(body, reasons);
            }
        } catch (Refusal refusal) {
            reasons.add(new FrozenCheck.Reason(refusal.code(), refusal.text()));
        }
        return new FrozenCheck(List.copyOf(reasons));
    }

    /** Looks at the rule set; false when there is none to compute with. */
    private boolean rules(JsonNode body, List<FrozenCheck.Reason> reasons) {
        String name = body.at("/question/rules").asText();
        Optional<CountingRules> now =
                rules.all().stream().filter(set -> set.name().equals(name)).findFirst();
        if (now.isEmpty()) {
            reasons.add(new FrozenCheck.Reason(
                    "rules-gone", Text.of("已没有统计规则 %s", "There is no counting rule set %s any more", name)));
        } else if (!table(now.get()).equals(body.at("/ruleSet/table"))) {
            reasons.add(new FrozenCheck.Reason(
                    "rules-changed",
                    Text.of(
                            "统计规则 %s 的表已改动而版本未变",
                            "The table of the counting rule set %s was changed under the same version", name)));
        }
        return now.isPresent();
    }

    private void compare(JsonNode body, List<FrozenCheck.Reason> reasons) {
        JsonNode asked = body.path("question");
        JsonNode percent = asked.path("targetPercent");
        Retention.Question question = new Retention.Question(
                Optional.of(asked.path("year").intValue()),
                Coast.of(asked.path("coast").asText()),
                By.of(asked.path("by").asText()),
                Optional.of(asked.path("rules").asText()),
                percent.isNumber() ? Optional.of(percent.asText()) : Optional.empty(),
                OptionalLong.of(asked.path("revision").longValue()));
        Optional<By> across = asked.path("across").isTextual()
                ? Optional.of(By.of(asked.path("across").asText()))
                : Optional.empty();
        List<String> places = JsonDifferences.between(body.path("result"), result(question, across), NOT_COMPARED);
        if (!places.isEmpty()) {
            reasons.add(new FrozenCheck.Reason(
                    "result-differs",
                    Text.of("重新计算的结果不同：%s", "What is computed anew differs: %s", String.join(", ", places))));
        }
    }
}
