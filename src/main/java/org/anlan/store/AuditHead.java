package org.anlan.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;

/**
 * Where the audit log ended when somebody looked. Noted elsewhere, it shows later whether anything before it was altered, or the end cut off.
 *
 * @param seq place of the newest entry; 0 = there was none
 * @param hash its hash
 */
public record AuditHead(long seq, String hash) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** Where a log ends. */
    public static AuditHead of(AuditLog log) {
        return log.newest()
                .map(entry -> new AuditHead(entry.seq(), entry.hash()))
                .orElse(new AuditHead(0, AuditEntry.BEGINNING));
    }

    /** Reads what {@link #toString} writes; refused ({@code bad-audit-head}). */
    public static AuditHead read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw Refusal.invalid(
                    "bad-audit-head",
                    "“%s”应写作 序号:哈希（如 1234:9f86…，哈希为 64 位十六进制）",
                    "\"%s\" should be written SEQ:HASH (1234:9f86…, the hash 64 hexadecimal digits)",
                    text);
        }
        return new AuditHead(Long.parseLong(written.group(1)), written.group(2));
    }

    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
