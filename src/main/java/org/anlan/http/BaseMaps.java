package org.anlan.http;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The base maps of other services that the page may show. Without any the page asks nobody but this service.
 *
 * @param all the base maps, in the order of the list to choose from
 */
public record BaseMaps(List<BaseMap> all) {

    /** No base map but the page's own. */
    public static final BaseMaps NONE = new BaseMaps(List.of());

    /** Takes a list that names each id once. */
    public BaseMaps {
        all = List.copyOf(all);
        if (all.stream().map(BaseMap::id).distinct().count() < all.size()) {
            throw new IllegalArgumentException("id");
        }
    }

    /**
     * Reads a JSON file with a list of base maps.
     *
     * @throws IOException when the file cannot be read or something else stands in it
     */
    public static BaseMaps read(Path file) throws IOException {
        return new BaseMaps(Json.mapper().readValue(Files.readAllBytes(file), new TypeReference<List<BaseMap>>() {}));
    }

    /** The hosts whose pictures the page may ask for, as a content security policy names them; each with a blank before it. */
    String origins() {
        return all.stream()
                .flatMap(map -> map.tiles().stream())
                .map(BaseMap::origin)
                .distinct()
                .sorted()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
    }
}
