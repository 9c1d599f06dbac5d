package org.anlan.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.anlan.outfall.OutfallReading;
import org.anlan.store.Revision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan outfall read CODE}: keeps a single reading. */
@Command(name = "read", description = "登记一次监测 / enter a reading")
final class ReadingCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "CODE", description = "排污口编码 / code of the outfall")
    private String code;

    @Option(names = "--sampled", required = true, paramLabel = "YYYY-MM-DD", description = "采样日期 / day of the sample")
    private LocalDate sampled;

    @Option(
            names = "--value",
            required = true,
            paramLabel = "PARAMETER=NUMBER",
            description = "指标与数值，可重复 / a parameter and its number, may be repeated: cod=40")
    private Map<String, Double> values;

    @Option(
            names = "--unit",
            paramLabel = "PARAMETER=UNIT",
            description = "数值的单位，与指标不同时 / the unit of a value, where it is another: cod=ug/L")
    private Map<String, String> units = Map.of();

    @Option(names = "--remark", defaultValue = "", description = "备注 / remark")
    private String remark;

    @Override
    public Integer call() {
        try (Installation installation = common.open()) {
            Revision revision = installation
                    .outfalls()
                    .readings()
                    .enter(code, new OutfallReading.New(sampled, values, units, remark), OutfallCommand.caller());
            System.out.printf(
                    "%s 修订 revision %d: %d%n",
                    revision.layer(), revision.id(), revision.state().count());
        }
        return 0;
    }
}
