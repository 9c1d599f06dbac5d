package org.anlan.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.anlan.casework.CaseDraft;
import picocli.CommandLine.Option;

/** What is said about a problem site that is opened. */
final class CaseFlags {

    @Option(names = "--title", defaultValue = "", description = "问题，一句话 / the problem in one line")
    private String title;

    @Option(names = "--remark", defaultValue = "", description = "说明 / more about it")
    private String remark;

    @Option(
            names = "--found",
            paramLabel = "YYYY-MM-DD",
            description = "发现日期，缺省为今天 / the day it was found (default: today)")
    private Optional<LocalDate> found = Optional.empty();

    @Option(names = "--unit", defaultValue = "", description = "责任单位 / unit in charge")
    private String unit;

    @Option(names = "--deadline", paramLabel = "YYYY-MM-DD", description = "整改期限 / until when it is to be put right")
    private Optional<LocalDate> deadline = Optional.empty();

    CaseDraft draft() {
        return new CaseDraft(title, remark, found, unit, deadline);
    }
}
