package org.anlan.support;

import java.util.Objects;
import org.anlan.store.Archive;
import org.anlan.store.Attachments;
import org.anlan.store.AuditLog;
import org.anlan.store.ChangeListener;
import org.anlan.store.Commit;
import org.anlan.store.Documents;
import org.anlan.store.FeatureStore;
import org.anlan.store.JobLog;
import org.anlan.store.LedgerLog;
import org.anlan.store.Origin;
import org.anlan.store.People;
import org.anlan.store.RevisionLog;
import org.anlan.store.Settings;
import org.anlan.store.Store;
import org.anlan.store.StoreCondition;
import org.anlan.store.UploadLog;

/** A store that can be made slow or lost while a service uses it: what a test says is done before it answers. */
public final class ChangedStore implements Store {

    private final Store store;
    private volatile Runnable beforeAnswering = () -> {};
    private volatile Runnable beforeEachRow = () -> {};

    /** The same as a store, until it is changed. */
    public ChangedStore(Store store) {
        this.store = Objects.requireNonNull(store);
    }

    /** Does this whenever the store is asked how it is. */
    public void beforeAnswering(Runnable change) {
        beforeAnswering = change;
    }

    /** Does this before each feature that is read. */
    public void beforeEachRow(Runnable change) {
        beforeEachRow = change;
    }

    @Override
    public FeatureStore features() {
        return (query, visitor) -> store.features().read(query, row -> {
            beforeEachRow.run();
            return visitor.visit(row);
        });
    }

    @Override
    public void mustAnswer() {
        beforeAnswering.run();
        store.mustAnswer();
    }

    @Override
    public StoreCondition condition() {
        beforeAnswering.run();
        return store.condition();
    }

    @Override
    public RevisionLog revisions() {
        return store.revisions();
    }

    @Override
    public Commit begin(Origin origin) {
        return store.begin(origin);
    }

    @Override
    public Commit preview(Origin origin, ChangeListener listener) {
        return store.preview(origin, listener);
    }

    @Override
    public UploadLog uploads() {
        return store.uploads();
    }

    @Override
    public JobLog jobs() {
        return store.jobs();
    }

    @Override
    public Archive archive() {
        return store.archive();
    }

    @Override
    public Settings settings() {
        return store.settings();
    }

    @Override
    public Documents documents() {
        return store.documents();
    }

    @Override
    public LedgerLog ledgers() {
        return store.ledgers();
    }

    @Override
    public Attachments attachments() {
        return store.attachments();
    }

    @Override
    public People people() {
        return store.people();
    }

    @Override
    public AuditLog audit() {
        return store.audit();
    }

    @Override
    public void close() {
        store.close();
    }
}
