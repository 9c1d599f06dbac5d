package org.anlan.tiles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Revision;

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
    public record Part(LayerDefinition layer, Revision revision, Optional<Integer> surveyYear) {
        /** What tells it from others; definitions do not change while the service runs. */
        String key() {
            return layer.id() + "@" + revision.id() + "/"
                    + surveyYear.map(String::valueOf).orElse("");
        }

        /** What tells it from others that were made by another store, or of a layer that was defined or drawn otherwise. */
        String lastingKey() {
            return key() + " " + revision.at() + " " + layer;
        }
    }

    /** Tells tiles that were made otherwise from these: another number with every change of how they are made. */
    private static final int FORMAT = 1;

    /** What tells the tile from others while the service runs. */
    String key() {
        return place() + parts.stream().map(Part::key).collect(Collectors.joining("|"));
    }

    /** What tells the tile from every other, also from those of earlier runs. */
    String lastingKey() {
        return FORMAT + " " + place() + parts.stream().map(Part::lastingKey).collect(Collectors.joining("|"));
    }

    private String place() {
        return grid.id() + "/" + level + "/" + row + "/" + column + "|";
    }
}
