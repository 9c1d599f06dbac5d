package org.anlan.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.anlan.store.UploadLog;

/** The newest report of each upload: kept in the store, and the last few at hand while somebody pages through them. */
final class Reports {

    private static final int AT_HAND = 8;

    private final UploadLog log;
    private final Cache<String, CheckReport> atHand =
            Caffeine.newBuilder().maximumSize(AT_HAND).softValues().build();

    Reports(UploadLog log) {
        this.log = log;
    }

    void keep(String upload, CheckReport report) {
        log.putReport(upload, ReportJson.write(report));
        atHand.put(upload, report);
    }

    Optional<CheckReport> find(String upload) {
        Optional<CheckReport> known = Optional.ofNullable(atHand.getIfPresent(upload));
        if (known.isPresent()) {
            return known;
        }
        Optional<CheckReport> kept = log.report(upload).map(ReportJson::read);
        kept.ifPresent(report -> atHand.put(upload, report));
        return kept;
    }
}
