package org.anlan.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.anlan.store.UploadLog;

/** The newest report of each upload: kept in the store, and the last few at hand while somebody pages through them. */
final class Reports {

    private static final int AT_HAND = 8;

    private final UploadLog log;
    private final Cache<String, Kept> atHand =
            Caffeine.newBuilder().maximumSize(AT_HAND).softValues().build();

    Reports(UploadLog log) {
        this.log = log;
    }

    private record Kept(String stamp, CheckReport report) {}

    void keep(String upload, CheckReport report) {
        log.putReport(upload, ReportJson.write(report));
    }

    Optional<CheckReport> find(String upload) {
        Optional<String> newest = log.reportStamp(upload); // the check may have been made on another node
        Optional<Kept> known = Optional.ofNullable(atHand.getIfPresent(upload))
                .filter(kept -> newest.equals(Optional.of(kept.stamp())));
        if (known.isPresent()) {
            return known.map(Kept::report);
        }
        Optional<CheckReport> kept = log.report(upload).map(ReportJson::read);
        kept.ifPresent(report -> newest.ifPresent(stamp -> atHand.put(upload, new Kept(stamp, report))));
        return kept;
    }
}
