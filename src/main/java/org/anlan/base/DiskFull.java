package org.anlan.base;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Knows a full disk by what the operating system and SQLite say of it; Java has no exception of its own for it. */
public final class DiskFull {

    private static final List<String> WORDS = List.of(
            "no space left on device",
            "设备上没有空间",
            "disk quota exceeded",
            "not enough space on the disk",
            "磁盘空间不足",
            "sqlite_full",
            "database or disk is full");

    private DiskFull() {}

    /** The refusal ({@code disk-full}) for what failed because a disk is full; empty when it failed for another reason. */
    public static Optional<Refusal> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            String lower = said.toLowerCase(Locale.ROOT);
            if (WORDS.stream().anyMatch(lower::contains)) {
                Refusal refusal = Refusal.unavailable(
                        "disk-full",
                        "服务器磁盘已满（%s）。未作任何更改；请腾出空间后重试，无需重启。",
                        "The disk of the service is full (%s). Nothing was changed; free some space and try again, no restart is needed.",
                        said);
                refusal.initCause(failure);
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
