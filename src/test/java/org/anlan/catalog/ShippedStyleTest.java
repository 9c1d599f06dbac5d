package org.anlan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedStyleTest {

    private static final String SEA = "#eaf2f7";
    private static final String LAND = "#f7f5f0";

    private final Catalog catalog = CatalogReader.load(Optional.empty());

    @Test
    void everyCoastTypeHasAColourOfItsOwnAndASymbolThatDiffersInPatternOrColour() {
        Style style = catalog.layer("coastline").style();
        List<String> codes = catalog.codeList("coast-type2").entries().stream()
                .map(CodeList.Entry::code)
                .toList();
        assertThat(style.symbols().stream().flatMap(s -> s.code().stream())).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(style.symbols()).extracting(Style.Symbol::stroke).doesNotHaveDuplicates();
    }

    @Test
    void coastTypesAreFiveToAPatternAtMostSoThatBlackAndWhiteStillTellsThem() {
        for (Style.Pattern pattern : Style.Pattern.values()) {
            assertThat(catalog.layer("coastline").style().symbols())
                    .filteredOn(symbol -> symbol.pattern() == pattern)
                    .as(pattern.name())
                    .hasSizeLessThanOrEqualTo(5);
        }
    }

    /** WCAG 2.1, 1.4.11: graphics that carry meaning contrast 3:1 with what is beside them; coast lies between sea and land. */
    @Test
    void linesAndPointsContrastWithSeaAndLand() {
        for (LayerDefinition layer : catalog.layers()) {
            for (Style.Symbol symbol : layer.style().symbols()) {
                meaningful(layer, symbol).ifPresent(colour -> {
                    assertThat(contrast(colour, SEA))
                            .as("%s %s on sea", layer.id(), symbol)
                            .isGreaterThanOrEqualTo(3);
                    assertThat(contrast(colour, LAND))
                            .as("%s %s on land", layer.id(), symbol)
                            .isGreaterThanOrEqualTo(3);
                });
            }
        }
    }

    @Test
    void noTwoSymbolsOfALayerLookTheSame() {
        for (LayerDefinition layer : catalog.layers()) {
            Set<List<Object>> looks = new HashSet<>();
            for (Style.Symbol symbol : layer.style().symbols()) {
                boolean base = layer.id().equals("basemap");
                assertThat(base || looks.add(List.of(symbol.stroke(), symbol.fill(), symbol.pattern())))
                        .as("%s %s", layer.id(), symbol)
                        .isTrue();
            }
        }
    }

    @Test
    void theBaseMapLiesLowestAndTheOpeningViewIsQuiet() {
        List<String> visible = new ArrayList<>();
        for (LayerDefinition layer : catalog.layers()) {
            if (layer.style().visible()) {
                visible.add(layer.id());
            }
            if (layer.geometry() != GeometryKind.NONE && !layer.id().equals("basemap")) {
                assertThat(layer.style().order())
                        .isGreaterThan(catalog.layer("basemap").style().order());
            }
        }
        assertThat(visible)
                .containsExactlyInAnyOrder("regions", "coastline", "protected-areas", "red-lines", "basemap");
    }

    /** The colour that must be seen: of a line or an outline, of a point its fill; a base map and mixed layers are exempt. */
    private static Optional<String> meaningful(LayerDefinition layer, Style.Symbol symbol) {
        return switch (layer.geometry()) {
            case LINE, POLYGON -> symbol.stroke();
            case POINT -> symbol.fill();
            case ANY, NONE -> Optional.empty();
        };
    }

    private static double contrast(String a, String b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /** Relative luminance as WCAG 2.1 defines it. */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
