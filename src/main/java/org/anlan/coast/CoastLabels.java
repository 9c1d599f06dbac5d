package org.anlan.coast;

import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;

/** What the coast's codes are called, and how its types are drawn. */
public final class CoastLabels {

    /** Coast that no row takes. */
    public static final Text UNASSIGNED = new Text("未归属", "Unassigned");

    /** All rows together. */
    public static final Text TOTAL = new Text("合计", "Total");

    private static final Text OTHERS = new Text("其他或未分类", "Other or without a class");

    private final Catalog catalog;
    private final LayerDefinition coastline;

    /** The labels of this catalogue. */
    public CoastLabels(Catalog catalog) {
        this.catalog = catalog;
        this.coastline = catalog.layer("coastline");
    }

    /** The label of a code in a field of the coastline; the code itself where no list knows it. */
    public Text label(String field, String code) {
        return coastline
                .field(field)
                .flatMap(FieldDefinition::codeList)
                .map(catalog::codeList)
                .flatMap(list -> list.entry(code))
                .map(CodeList.Entry::label)
                .orElse(Text.same(code));
    }

    /** A type of both levels: "自然岸线/砂质"; the second may be blank. */
    public Text type(String type1, String type2) {
        Text first = label("type1", type1);
        Text second = label("type2", type2);
        return type2.isEmpty() ? first : new Text(first.zh() + "/" + second.zh(), first.en() + "/" + second.en());
    }

    /** How coast of a level 2 type is drawn. */
    public Style.Symbol symbol(String type2) {
        return coastline.style().symbols().stream()
                .filter(symbol -> symbol.code().isEmpty() || symbol.code().equals(Optional.of(type2)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the coastline has no symbol for every type"));
    }

    /** What a legend calls a symbol. */
    public Text symbolName(Style.Symbol symbol) {
        return symbol.code().map(code -> label("type2", code)).orElse(OTHERS);
    }
}
