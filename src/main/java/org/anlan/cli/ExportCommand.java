package org.anlan.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.export.Export;
import org.anlan.export.ExportFile;
import org.anlan.export.ExportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code anlan export}: writes a layer to a file. The file appears under its name when it is whole. */
@Command(name = "export", description = "导出图层 / write a layer to a file")
final class ExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    @Mixin
    private Common common;

    @Option(names = "--layer", required = true, description = "图层 / layer id, as in the catalogue")
    private String layer;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "格式 / format: shp, gpkg, geojson, kml, csv, xlsx")
    private String format;

    @Option(names = "--year", description = "只导出该调查年度 / only this survey year")
    private Optional<Integer> year = Optional.empty();

    @Option(names = "--revision", description = "按该修订时的状态 / the state at this revision")
    private Optional<Long> revision = Optional.empty();

    @Option(names = "--crs", description = "坐标系，如 EPSG:4528 / coordinate system (default: EPSG:4490)")
    private Optional<String> crs = Optional.empty();

    @Option(names = "--encoding", description = "文字编码，如 GBK、UTF-8 / character set (default for shp: GB18030)")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "文件，- 为标准输出 / the file, - for standard output (default: ./LAYER-YEAR-rREVISION.EXTENSION)")
    private Optional<String> output = Optional.empty();

    @Option(names = "--force", description = "覆盖已有文件 / overwrite a file that is there")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        try (Installation installation = common.open()) {
            ExportFile file = new Export(installation.catalog(), installation.store())
                    .prepare(new ExportRequest(
                            layer,
                            format,
                            revision.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                            year,
                            Optional.empty(),
                            crs,
                            encoding));
            String name = output.orElse(file.fileName());
            tell(name.equals(STANDARD_OUTPUT) ? toStandardOutput(file) : toFile(file, Path.of(name)));
        }
        return 0;
    }

    private static List<Finding> toStandardOutput(ExportFile file) throws IOException {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        List<Finding> findings = file.write(out);
        out.flush();
        return findings;
    }

    private List<Finding> toFile(ExportFile file, Path target) throws IOException {
        refuseToOverwrite(target);
        Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElseGet(target::toAbsolutePath);
        if (!Files.isDirectory(folder)) {
            throw Refusal.notFound("no-such-folder", "没有文件夹 %s", "There is no folder %s", folder);
        }
        Path begun = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            List<Finding> findings;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(begun), 1 << 16)) {
                findings = file.write(out);
            }
            put(begun, target);
            System.err.println(target);
            return findings;
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private void put(Path begun, Path target) throws IOException {
        if (force) {
            Files.move(begun, target, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.move(begun, target);
        } catch (FileAlreadyExistsException meanwhile) {
            throw exists(target);
        }
    }

    private void refuseToOverwrite(Path target) {
        if (Files.isDirectory(target) || (!force && Files.exists(target))) {
            throw exists(target);
        }
    }

    private static Refusal exists(Path target) {
        return Refusal.conflict(
                "file-exists",
                "%s 已经存在，没有覆盖；请换个文件名（-o），或加 --force 覆盖文件",
                "%s is there already and was not overwritten; name another file (-o), or add --force to overwrite a file",
                target);
    }

    private static void tell(List<Finding> findings) {
        for (Finding finding : findings) {
            System.err.println(finding.code() + ": " + finding.text().both());
        }
    }
}
