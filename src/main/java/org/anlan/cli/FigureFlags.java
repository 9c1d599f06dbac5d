package org.anlan.cli;

import org.anlan.base.Refusal;
import org.anlan.report.FigureForms;
import org.anlan.report.ReportFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a figure is printed. */
final class FigureFlags {

    /** The forms of a figure. */
    enum Format {
        table,
        json,
        csv,
        geojson,
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

    /** Prints a figure in the form that is asked for; refused ({@code unknown-format}) where it has no GeoJSON. */
    void print(FigureForms forms) {
        switch (format) {
            case table -> System.out.print(forms.table().get());
            case json -> System.out.println(forms.json().get().toPrettyString());
            case csv -> System.out.print(forms.csv().get());
            case geojson ->
                System.out.println(forms.geoJson()
                        .orElseThrow(() -> Refusal.invalid(
                                "unknown-format", "这项结果没有 geojson 格式", "This figure has no form geojson"))
                        .get()
                        .toPrettyString());
            case html, xlsx ->
                report.write(
                        forms.document().get(), ReportFormat.of(format.name()).orElseThrow());
        }
    }
}
