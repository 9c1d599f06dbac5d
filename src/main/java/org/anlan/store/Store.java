package org.anlan.store;

import java.io.Closeable;

/**
 * Everything an installation keeps, under revisions. One process at a time writes to an embedded store; reads go on beside a write and see
 * the state before it until it is finished.
 */
public interface Store extends Closeable {

    /** The features, as of any revision. */
    FeatureStore features();

    /** The revisions, what they changed, and what each layer looks like after them. */
    RevisionLog revisions();

    /** Starts a change of one or more layers: one transaction, all or nothing. The caller finishes or closes it. */
    Commit begin(Origin origin);

    /**
     * The same as {@link #begin} but only compares: nothing is written, and {@link Commit#finish} tells what would have changed.
     *
     * @param listener hears of every feature that would be added, changed or removed
     */
    Commit preview(Origin origin, ChangeListener listener);

    /** The hand-ins that were uploaded, and how far each has come. */
    UploadLog uploads();

    /** The long work that was asked for, and how it ended. */
    JobLog jobs();

    /** The bytes that were handed in, by their SHA-256. */
    Archive archive();

    /** Small settings of the installation (the hash of the admin password). */
    Settings settings();

    /** Small documents that are kept for good: frozen figures, scenarios. */
    Documents documents();

    /** What happened to outfalls, problem sites, boundary markers. */
    LedgerLog ledgers();

    /** Photos and documents of the ledgers. */
    Attachments attachments();

    /** Who may sign in. */
    People people();

    /** Who did what, when and from where. */
    AuditLog audit();

    /** Asks the store something small. Refused ({@code store-failed} and others that say why) when it does not answer as it should. */
    void mustAnswer();

    /** How large the store is and how busy its connections are. */
    StoreCondition condition();

    /** Ends the store; a second process may then open it. */
    @Override
    void close();
}
