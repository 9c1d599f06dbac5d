package org.anlan.store;

import java.util.List;
import java.util.Optional;

/** The uploads of an installation; kept across restarts. */
public interface UploadLog {

    /** Keeps an upload, or its new state. */
    void put(Upload upload);

    /** Keeps the next state of an upload, unless somebody on any node has moved it on from {@code was}; tells whether it was kept. */
    boolean move(Upload was, Upload next);

    /** The upload with this id. */
    Optional<Upload> find(String id);

    /** The uploads that are neither committed nor given up, newest first. */
    List<Upload> open();

    /** Keeps what the newest check of an upload found (JSON), in place of an earlier one. */
    void putReport(String id, String report);

    /** What the newest check of an upload found; empty when it was never checked. */
    Optional<String> report(String id);

    /** Tells that report from every other, without reading it; empty when there is none. */
    Optional<String> reportStamp(String id);

    /** Whether an upload that may still be asked for, or a revision, came from the file with this SHA-256. */
    boolean needsFile(String sha256);
}
