package org.anlan.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A photo or document of a ledger; its bytes are in the {@link Archive}.
 *
 * @param id random, not to be guessed
 * @param ledger the ledger it belongs to
 * @param subject what it belongs to: the outfall's code, the problem site's number
 * @param name its file name for people
 * @param type its media type, found by content
 * @param sha256 SHA-256 of its bytes, lower-case hex
 * @param bytes its size
 * @param place where it was taken, if the photo says so
 * @param at when it was handed in
 * @param author who handed it in
 */
public record Attachment(
        String id,
        String ledger,
        String subject,
        String name,
        String type,
        String sha256,
        long bytes,
        Optional<Place> place,
        Instant at,
        String author) {

    /**
     * A place in CGCS2000 (or WGS 84, which is taken as the same).
     *
     * @param lon longitude in degrees
     * @param lat latitude in degrees
     */
    public record Place(double lon, double lat) {}
}
