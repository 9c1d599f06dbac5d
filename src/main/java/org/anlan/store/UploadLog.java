package org.anlan.store;

import java.util.Optional;

/** The uploads of an installation; kept across restarts. */
public interface UploadLog {

    /** Keeps an upload, or its new state. */
    void put(Upload upload);

    /** The upload with this id. */
    Optional<Upload> find(String id);
}
