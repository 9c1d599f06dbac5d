package org.anlan.format.shapefile;

import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;

/** A record that cannot be read; the reader leaves it out and reports it. */
final class BadRecord extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String CONTRADICTION = "shapefile.bad-record";

    private final String code;
    private final Severity severity;
    private final transient Text reason;

    BadRecord(String code, Severity severity, Text reason) {
        super(reason.en(), null, false, false);
        this.code = code;
        this.severity = severity;
        this.reason = reason;
    }

    /** A record whose content contradicts itself. */
    static BadRecord because(String zh, String en, Object... arguments) {
        return new BadRecord(CONTRADICTION, Severity.ERROR, Text.of(zh, en, arguments));
    }

    /** Reports the record (from 1): each contradiction by itself, what befalls many records in a row once. */
    void report(int record, FindingList findings) {
        if (code.equals(CONTRADICTION)) {
            findings.record(
                    code,
                    severity,
                    record,
                    new Text(
                            "记录 " + record + " 未读取：" + reason.zh(),
                            "Record " + record + " was not read: " + reason.en()));
        } else {
            findings.tally(code, severity, record, reason);
        }
    }
}
