package org.anlan.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.store.Extent;
import org.anlan.store.Store;
import org.anlan.store.Upload;

/** An upload with its layers open, and what it is found to be. */
final class OpenedUpload implements Closeable {

    private final Catalog catalog;
    private final Optional<Extent> home;
    private final OpenHandIn file;
    private final SavedMappings saved;
    private Inspection inspection = new Inspection(List.of());

    OpenedUpload(Catalog catalog, Store store, Upload upload) throws IOException {
        this.catalog = catalog;
        this.home = home(store);
        this.saved = new SavedMappings(Optional.of(store.settings()));
        this.file = new OpenHandIn(
                store.archive().file(upload.sha256()), upload.fileName(), ChoicesJson.read(upload.choices()));
    }

    /** Where the installation's area lies: the extent of its regions; empty while it has none. */
    static Optional<Extent> home(Store store) {
        return store.revisions().newest("regions").flatMap(r -> r.state().extent());
    }

    Choices choices() {
        return file.choices();
    }

    /** What is in the file; {@code closely} = with its texts in every encoding that they could be in. */
    Inspection inspection(boolean closely) throws IOException {
        inspection = file.inspection(new Inspector(catalog, home, saved, closely));
        return inspection;
    }

    List<PartPlan> plans(FindingLog log) throws IOException {
        return new Planner(catalog, log).plans(inspection(false), file.sources());
    }

    /** Keeps how these were mapped, for the next hand-in of the kind. */
    void remember(List<PartPlan> plans) {
        plans.forEach(plan -> saved.keep(
                plan.layer(),
                file.sources().get(plan.index()),
                inspection.parts().get(plan.index()),
                file.choices().part(plan.index())));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
