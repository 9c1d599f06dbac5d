package org.anlan.coast;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.coast.forms.ScenarioText;
import org.anlan.coast.kept.Kept;
import org.anlan.coast.scenario.ScenarioReader;
import org.anlan.store.Actor;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.StoredDocument;

/** Scenarios that are kept under a link. They are computed anew from the revisions that they were first computed from. */
public final class SavedScenarios {

    /** The most that may be compared at once. */
    public static final int MOST_COMPARED = 10;

    private static final String KIND = "scenario";

    private final Catalog catalog;
    private final Store store;
    private final Scenarios scenarios;
    private final Kept kept;

    /** Scenarios that are kept in this store. */
    public SavedScenarios(Catalog catalog, Store store, Scenarios scenarios, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.scenarios = scenarios;
        this.kept = new Kept(store.documents(), KIND, clock);
    }

    /**
     * A scenario that is kept, computed.
     *
     * @param head its id and name, when it was kept and by whom
     * @param scenario the scenario with the year, revision, rules and target it was settled on
     * @param figure what it would do
     * @param newer which layers have newer revisions than it was computed from
     */
    public record Saved(StoredDocument.Head head, Scenario scenario, ScenarioFigure figure, List<Text> newer) {}

    /** Computes a scenario and keeps it. Refused as the figure may be, and ({@code missing-value}, {@code text-too-long}) without a fitting name. */
    public Saved save(Scenario scenario, Actor author) {
        ScenarioFigure figure = scenarios.figure(scenario);
        Scenario settled = scenario.settled(figure);
        StoredDocument document = kept.add(scenario.name(), author, ScenarioText.input(settled));
        return new Saved(document.head(), settled, figure, newer(figure));
    }

    /** The scenarios that are kept, newest first. */
    public List<StoredDocument.Head> all() {
        return kept.all();
    }

    /**
     * A scenario that is kept, computed anew. Refused ({@code unknown-document}), and ({@code unknown-rule-set} …) when what it rests on is not there any more.
     */
    public Saved find(String id) {
        StoredDocument document = kept.find(id);
        JsonNode body = Kept.body(document);
        Scenario scenario = ScenarioReader.read(body.toString().getBytes(StandardCharsets.UTF_8), catalog);
        ScenarioFigure figure = scenarios.figure(scenario);
        return new Saved(document.head(), scenario, figure, newer(figure));
    }

    /** Several, in the order in which they are named; refused ({@code bad-parameter}) when they are none or too many. */
    public List<Saved> find(List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST_COMPARED) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "应列出 1 到 %d 个情景编号",
                    "From 1 to %d ids of scenarios should be named",
                    MOST_COMPARED);
        }
        return ids.stream().map(this::find).toList();
    }

    private List<Text> newer(ScenarioFigure figure) {
        List<Text> newer = new ArrayList<>();
        newer(newer, "coastline", figure.revisions().coastline());
        newer(newer, "regions", figure.revisions().regions());
        return List.copyOf(newer);
    }

    private void newer(List<Text> newer, String layer, long used) {
        store.revisions()
                .newest(layer)
                .map(Revision::id)
                .filter(id -> id > used)
                .ifPresent(id -> newer.add(Text.of(
                        "图层 %1$s 已有更新的修订 %2$d，此情景按修订 %3$d 计算",
                        "The layer %1$s has a newer revision, %2$d; this scenario is computed from revision %3$d",
                        layer,
                        id,
                        used)));
    }
}
