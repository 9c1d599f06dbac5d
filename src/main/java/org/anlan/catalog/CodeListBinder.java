package org.anlan.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Text;
import org.anlan.base.json.JsonValue;

/** Reads a code list from its JSON file and checks what can be checked without the other files. */
final class CodeListBinder {

    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_ALIASES = 100;

    private CodeListBinder() {}

    /**
     * A code list as read.
     *
     * @param list the list
     * @param parentList id of the list one level up, where the entries have parents
     * @param source its file
     */
    record Bound(CodeList list, Optional<String> parentList, JsonValue source) {}

    static Bound bind(JsonValue root) {
        root.object(Set.of("id", "title", "open", "entries"), Set.of("parentList"));
        Optional<String> parentList = root.member("parentList").map(NameRules::id);
        List<CodeList.Entry> entries = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        WordClaims claims = new WordClaims(word -> word.toLowerCase(Locale.ROOT));
        for (JsonValue value : root.at("entries").list(MOST_ENTRIES)) {
            CodeList.Entry entry = entry(value);
            if (!codes.add(entry.code())) {
                throw value.at("code").broken("代码“%s”重复", "code \"%s\" is there twice", entry.code());
            }
            claim(claims, entry, value);
            entries.add(entry);
        }
        CodeList list = new CodeList(
                NameRules.id(root.at("id")),
                root.at("title").bilingual(),
                root.at("open").bool(),
                List.copyOf(entries));
        return new Bound(list, parentList, root);
    }

    private static CodeList.Entry entry(JsonValue value) {
        value.object(Set.of("code", "label"), Set.of("parent", "aliases"));
        String code = NameRules.code(value.at("code"));
        Text label = value.at("label").bilingual();
        Optional<String> parent = value.member("parent").map(NameRules::code);
        return new CodeList.Entry(code, label, parent, words(value));
    }

    private static List<String> words(JsonValue value) {
        return value.member("aliases")
                .map(aliases ->
                        aliases.list(MOST_ALIASES).stream().map(JsonValue::text).toList())
                .orElse(List.of());
    }

    private static void claim(WordClaims claims, CodeList.Entry entry, JsonValue value) {
        claims.claim(entry.code(), entry.code(), value.at("code"));
        claims.claim(entry.label().zh(), entry.code(), value.at("label", "zh"));
        claims.claim(entry.label().en(), entry.code(), value.at("label", "en"));
        for (int i = 0; i < entry.aliases().size(); i++) {
            claims.claim(entry.aliases().get(i), entry.code(), value.at("aliases", i));
        }
    }

    /** Every parent code stands in the list one level up. */
    static void checkParents(Bound bound, Map<String, CodeList> lists) {
        bound.parentList().filter(id -> !lists.containsKey(id)).ifPresent(id -> {
            throw bound.source().at("parentList").broken("没有代码表“%s”", "names no code list: \"%s\"", id);
        });
        Optional<CodeList> above = bound.parentList().map(lists::get);
        List<CodeList.Entry> entries = bound.list().entries();
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> parent = entries.get(i).parent();
            if (parent.isPresent()
                    && above.flatMap(list -> list.entry(parent.get())).isEmpty()) {
                throw bound.source()
                        .at("entries", i, "parent")
                        .broken("上级代码“%s”不存在", "names no code of the list above: \"%s\"", parent.get());
            }
        }
    }
}
