package org.anlan.coast.scenario;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.base.json.JsonSource;
import org.anlan.base.json.JsonValue;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.coast.Coast;
import org.anlan.coast.Scenario;
import org.anlan.coast.SitePlace;

/**
 * Reads a scenario from JSON (docs/api.md). Shapes are GeoJSON (RFC 7946), longitude and latitude. What is wrong is refused with the code "scenario-broken",
 * naming the place in the JSON and, for an area that crosses itself, the place on the map.
 */
public final class ScenarioReader {

    private static final String CODE = "scenario-broken";
    private static final int MOST_SITES = 200;
    private static final int MOST_RATIO = 100;

    private final CodeList parents;
    private final CodeList types;
    private final SiteReader reader = new SiteReader();

    private ScenarioReader(Catalog catalog) {
        parents = catalog.codeList("coast-type1");
        types = catalog.codeList("coast-type2");
    }

    /** The scenario in the body of a request. */
    public static Scenario read(byte[] json, Catalog catalog) {
        return new ScenarioReader(catalog).scenario(new JsonSource(CODE, "scenario").read(json));
    }

    /** The scenario in a file. */
    public static Scenario read(Path file, Catalog catalog) {
        return new ScenarioReader(catalog)
                .scenario(new JsonSource(CODE, file.getFileName().toString()).read(file));
    }

    private Scenario scenario(JsonValue root) {
        root.object(
                Set.of(),
                Set.of(
                        "name",
                        "note",
                        "year",
                        "coast",
                        "rules",
                        "target",
                        "revision",
                        "replacementRatio",
                        "footprints",
                        "restorations"));
        return new Scenario(
                root.member("name").map(JsonValue::textOrBlank).orElse(""),
                root.member("note").map(JsonValue::textOrBlank).orElse(""),
                root.member("year").map(year -> year.integer(1000, 9999)),
                root.member("coast").map(JsonValue::text).map(Coast::of).orElse(Coast.MAINLAND),
                root.member("rules").map(JsonValue::text),
                root.member("target").map(JsonValue::textOrNumber),
                root.member("revision")
                        .map(revision -> OptionalLong.of(revision.integer(1, Integer.MAX_VALUE)))
                        .orElseGet(OptionalLong::empty),
                root.member("replacementRatio")
                        .map(ratio -> ratio.number(0, MOST_RATIO))
                        .orElse(Scenario.USUAL_REPLACEMENT_RATIO),
                sites(root, "footprints").stream().map(this::footprint).toList(),
                sites(root, "restorations").stream().map(this::restoration).toList());
    }

    private static List<JsonValue> sites(JsonValue root, String key) {
        return root.member(key).map(list -> list.list(MOST_SITES)).orElse(List.of());
    }

    private Scenario.Footprint footprint(JsonValue at) {
        at.object(Set.of(), with("name", "effect", "type2"));
        Scenario.Effect effect =
                at.member("effect").map(one -> one.word(Scenario.Effect.class)).orElse(Scenario.Effect.ARTIFICIAL);
        SitePlace place = reader.place(at);
        if (effect == Scenario.Effect.RECLAIM && place.ground().isEmpty()) {
            throw at.at("effect")
                    .broken(
                            "围填海要有范围（面，或带宽度的线），不能只列岸段",
                            "reclaim needs ground: an area, or a line with a width, not segments");
        }
        return new Scenario.Footprint(
                name(at),
                effect,
                at.member("type2").map(type -> type2(type, "artificial")).orElse("other"),
                place);
    }

    private Scenario.Restoration restoration(JsonValue at) {
        at.object(Set.of(), with("name", "type2"));
        return new Scenario.Restoration(
                name(at),
                at.member("type2").map(type -> type2(type, "nature-like")).orElse(Scenario.Restoration.USUAL_TYPE2),
                reader.place(at));
    }

    private static Set<String> with(String... members) {
        Set<String> all = new HashSet<>(SiteReader.MEMBERS);
        all.addAll(List.of(members));
        return all;
    }

    private static String name(JsonValue at) {
        return at.member("name").map(JsonValue::textOrBlank).orElse("");
    }

    /** A level 2 type below a type of level 1. */
    private String type2(JsonValue at, String type1) {
        return types.entry(at.text())
                .filter(entry -> entry.parent().equals(Optional.of(type1)))
                .orElseThrow(() -> at.broken(
                        "“%s”不是" + parents.entry(type1).orElseThrow().label().zh() + "的二级类；可用：%s",
                        "\"%s\" is no level 2 type of " + type1 + " coast; there are: %s",
                        at.text(),
                        types.entries().stream()
                                .filter(entry -> entry.parent().equals(Optional.of(type1)))
                                .map(CodeList.Entry::code)
                                .collect(Collectors.joining(", "))))
                .code();
    }
}
