package org.anlan.support;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anlan.analysis.Analyses;
import org.anlan.analysis.Fieldwork;
import org.anlan.base.ChinaTime;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.coast.Retention;
import org.anlan.intake.Choices;
import org.anlan.intake.Intake;
import org.anlan.intake.Progress;
import org.anlan.outfall.Outfalls;
import org.anlan.store.Actor;
import org.anlan.store.Store;
import org.anlan.store.Upload;
import org.anlan.store.sqlite.SqliteStore;

/**
 * An installation with the shipped catalogue, in an embedded store unless another is given.
 *
 * @param catalog the shipped layers
 * @param store what is kept
 * @param intake takes hand-ins in
 * @param analyses what is computed from the layers
 */
public record Installed(Catalog catalog, Store store, Intake intake, Analyses analyses) implements Closeable {

    /** The hand-ins of the demonstration that are shapefiles, in the order in which they are taken in. */
    public static final List<String> HAND_INS = List.of(
            "XZQH", "HWGLDY", "AX2015", "AX2020", "AX2025", "ZRBHD", "STBHHX", "HJGKDY", "PWK", "SDQHYZ", "JSXM");

    /** Opens the installation of a data folder, a new one where there is none. */
    public static Installed open(Path data) {
        Catalog catalog = CatalogReader.load(Optional.empty());
        return over(catalog, SqliteStore.open(data, catalog));
    }

    /** An installation over a store of the shipped catalogue. */
    public static Installed over(Catalog catalog, Store store) {
        Analyses analyses = Analyses.over(catalog, store, Optional.empty());
        return new Installed(catalog, store, new Intake(catalog, store, analyses.retention()), analyses);
    }

    /** A service of its own for problem sites, markers, units and photos. */
    public Fieldwork fieldwork() {
        return Fieldwork.over(
                catalog, store, analyses, Outfalls.over(catalog, store, Optional.empty(), ChinaTime.clock()));
    }

    /** Computes the retention ratio. */
    public Retention retention() {
        return analyses.retention();
    }

    /** Opens an installation of its own with nothing in it, in a folder that is not there yet: faster than making one. */
    public static Installed fresh(Path data) throws IOException {
        return open(FilledStore.make(data, List.of()));
    }

    /** Opens an installation of its own with the demonstration in it, in a folder that is not there yet. */
    public static Installed demo(Path data) throws IOException {
        List<Path> files =
                HAND_INS.stream().map(name -> Shishi.handIn(name + ".zip")).toList();
        return open(FilledStore.make(data, files));
    }

    /** Uploads a file under its own name. */
    public Upload receive(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return intake.receive(file.getFileName().toString(), bytes);
        }
    }

    /** Uploads and commits a file as it is. */
    public Intake.Outcome commit(Path file) throws IOException {
        return intake.commit(receive(file), new Actor("tester", ""), "试验", Progress.SILENT);
    }

    /** Uploads a file, makes these choices, and commits it. */
    public Intake.Outcome commit(Path file, Choices choices) throws IOException {
        return intake.commit(intake.choose(receive(file), choices), new Actor("tester", ""), "试验", Progress.SILENT);
    }

    @Override
    public void close() {
        store.close();
    }
}
