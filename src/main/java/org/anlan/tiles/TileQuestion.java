package org.anlan.tiles;

import java.util.List;
import java.util.Optional;
import org.anlan.catalog.LayerDefinition;

/**
 * Which tile.
 *
 * @param parts the layers in it, each in a state of its own
 * @param grid the grid
 * @param level its level
 * @param row row from the north
 * @param column column from the west
 */
public record TileQuestion(List<Part> parts, TileGrid grid, int level, int row, int column) {

    /**
     * A layer in a state.
     *
     * @param layer the layer
     * @param revision its revision
     * @param surveyYear the survey that is shown, where the layer has surveys
     */
    public record Part(LayerDefinition layer, long revision, Optional<Integer> surveyYear) {
        /** What tells it from others; definitions do not change while the service runs. */
        String key() {
            return layer.id() + "@" + revision + "/"
                    + surveyYear.map(String::valueOf).orElse("");
        }
    }

    String key() {
        StringBuilder key = new StringBuilder(grid.id() + "/" + level + "/" + row + "/" + column);
        parts.forEach(part -> key.append('|').append(part.key()));
        return key.toString();
    }
}
