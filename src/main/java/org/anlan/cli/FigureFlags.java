package org.anlan.cli;

import org.anlan.coast.FigureForms;
import org.anlan.report.ReportFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a figure of the coast is printed. */
final class FigureFlags {

    /** The forms of a figure. */
    enum Format {
        table,
        json,
        csv,
        html,
        xlsx
    }

    @Mixin
    private ReportFlags report;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    /** Prints a figure in the form that is asked for. */
    void print(FigureForms forms) {
        switch (format) {
            case table -> System.out.print(forms.table().get());
            case json -> System.out.println(forms.json().get().toPrettyString());
            case csv -> System.out.print(forms.csv().get());
            case html, xlsx ->
                report.write(
                        forms.document().get(), ReportFormat.of(format.name()).orElseThrow());
        }
    }
}
