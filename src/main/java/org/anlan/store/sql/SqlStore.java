package org.anlan.store.sql;

import java.io.IOException;
import java.util.List;
import org.anlan.catalog.Catalog;
import org.anlan.store.Attachments;
import org.anlan.store.AuditLog;
import org.anlan.store.ChangeListener;
import org.anlan.store.Commit;
import org.anlan.store.Documents;
import org.anlan.store.FeatureStore;
import org.anlan.store.LedgerLog;
import org.anlan.store.Origin;
import org.anlan.store.People;
import org.anlan.store.RevisionLog;
import org.anlan.store.Settings;
import org.anlan.store.Store;
import org.anlan.store.UploadLog;

/** What every store in an SQL database does the same way. How one is opened, where hand-ins lie and what it weighs is its own. */
public abstract class SqlStore implements Store {

    private final Database database;
    private final ReadingJdbi reading;
    private final WritingJdbi writing;

    /** A store in this database, whose tables are there. */
    protected SqlStore(Database database) {
        this.database = database;
        this.reading = new ReadingJdbi(database);
        this.writing = new WritingJdbi(database);
    }

    @Override
    public FeatureStore features() {
        return new SqlFeatures(database);
    }

    @Override
    public final RevisionLog revisions() {
        return new SqlRevisions(database, reading);
    }

    @Override
    public final Commit begin(Origin origin) {
        return new SqlCommit(database, origin);
    }

    @Override
    public final Commit preview(Origin origin, ChangeListener listener) {
        return new PreviewCommit(database, origin, listener);
    }

    @Override
    public final UploadLog uploads() {
        return new SqlUploads(database, reading, writing);
    }

    /** The rows of the jobs, which a store makes its queue of. */
    protected final JobRows jobRows() {
        return new JobRows(database, reading, writing);
    }

    /** Runs small writes. */
    protected final WritingJdbi writing() {
        return writing;
    }

    @Override
    public final Settings settings() {
        return new SqlSettings(reading, writing);
    }

    @Override
    public final Documents documents() {
        return new SqlDocuments(database, reading, writing);
    }

    @Override
    public final LedgerLog ledgers() {
        return new SqlLedgers(database);
    }

    @Override
    public final Attachments attachments() {
        return new SqlAttachments(database, reading, writing);
    }

    @Override
    public final People people() {
        return new SqlPeople(database, reading, writing);
    }

    @Override
    public final AuditLog audit() {
        return new SqlAudit(database, reading);
    }

    @Override
    public final void mustAnswer() {
        number("SELECT count(*) FROM setting");
    }

    /** All that is kept, as it is now. Refused as {@link Snapshot} says. */
    public final Snapshot snapshot(Catalog catalog) {
        return new Snapshot(database, archive(), catalog, () -> {});
    }

    /**
     * Takes all that another store keeps. Refused ({@code store-not-empty}) with nothing changed when this one has anything. What is broken off leaves
     * no row behind.
     *
     * @return the SHA-256 of files that are missing or damaged in the other store; they are left out
     */
    public final List<String> fill(Snapshot source, MovingProgress progress) throws IOException {
        return new Filling(database, archive(), progress).from(source);
    }

    /** The one whole number that a query gives. */
    protected final long number(String sql) {
        return reading.withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
    }
}
