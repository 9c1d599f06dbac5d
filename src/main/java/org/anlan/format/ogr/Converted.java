package org.anlan.format.ogr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.format.FeatureSource;
import org.anlan.format.HandInFile;
import org.anlan.format.LayerOver;
import org.anlan.format.NotedSource;
import org.anlan.format.TemporaryFolder;
import org.anlan.format.geopackage.GeoPackage;

/** A hand-in that was turned into a GeoPackage. Closing it removes that. */
final class Converted implements HandInFile {

    private final TemporaryFolder folder;
    private final HandInFile geoPackage;
    private final List<FeatureSource> layers;

    /**
     * @param name names the layer of a file that is one; empty where the layers have names of their own
     * @param messages what GDAL said
     */
    Converted(TemporaryFolder folder, OgrDriver driver, Optional<String> name, String messages) throws IOException {
        this.folder = folder;
        this.geoPackage = open(folder);
        List<FeatureSource> all = new ArrayList<>();
        for (FeatureSource layer : geoPackage.layers()) {
            String called = geoPackage.layers().size() == 1 ? name.orElse(layer.name()) : layer.name();
            List<Finding> notes =
                    all.isEmpty() ? Messages.finding(messages, called).stream().toList() : List.of();
            all.add(new NotedSource(new Renamed(layer, called, driver.word()), notes));
        }
        this.layers = List.copyOf(all);
    }

    private static HandInFile open(TemporaryFolder folder) throws IOException {
        try {
            return GeoPackage.open(folder.path().resolve(Ogr2ogr.OUTPUT));
        } catch (Refusal nothing) {
            throw Refusal.unprocessable("gdal-nothing", "文件中没有可读取的图层", "The file holds no layer that can be read");
        }
    }

    @Override
    public List<FeatureSource> layers() {
        return layers;
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            geoPackage.close();
        }
    }

    /** A layer of the GeoPackage under the name and format it was handed in with. */
    private record Renamed(FeatureSource layer, String name, String format) implements LayerOver {

        @Override
        public FeatureSource over(FeatureSource other) {
            return new Renamed(other, name, format);
        }
    }
}
