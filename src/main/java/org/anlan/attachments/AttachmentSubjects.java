package org.anlan.attachments;

import java.util.List;
import java.util.Optional;

/** The subjects of a ledger that attachments may belong to. */
@FunctionalInterface
public interface AttachmentSubjects {

    /** The codes of the regions (town, bay) in which a subject lies; empty when there is no such subject. */
    Optional<List<String>> regionsOf(String subject);
}
