package org.anlan.format.ogr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;

/**
 * GDAL's {@code ogr2ogr}: turns the input in a folder into a GeoPackage beside it. Arguments and names are fixed; every driver but the
 * one that fits is switched off, so that no content can make GDAL open a database, a service or another file format.
 */
final class Ogr2ogr {

    /** The name of the GeoPackage that it writes. */
    static final String OUTPUT = "out.gpkg";

    private static final String WRITER = "GPKG";
    private static final Pattern DRIVER = Pattern.compile("(?m)^\\s+(\\S.*?) -[a-z, ]*vector[a-z, ]*- \\(");
    private static final List<String> KEPT =
            List.of("LD_LIBRARY_PATH", "GDAL_DATA", "GDAL_DRIVER_PATH", "PROJ_DATA", "PROJ_LIB", "SystemRoot");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_ ./-]{1,60}");

    private final Path program;
    private final Bounds bounds;

    Ogr2ogr(Path program, Bounds bounds) {
        this.program = program;
        this.bounds = bounds;
    }

    /** Where it is installed; empty when it is not. */
    static Optional<Path> installed() {
        return SystemPath.find("ogr2ogr");
    }

    /**
     * Converts the input that lies in the folder under the driver's name for it.
     *
     * @return what it had to say; empty text when nothing
     * @throws Refusal {@code needs-gdal} when this GDAL lacks the driver, {@code gdal-failed}, {@code gdal-too-long}, {@code
     *     gdal-too-large}
     */
    String convert(OgrDriver driver, Path folder) throws IOException {
        Map<String, String> environment = environment(folder);
        environment.put("OGR_SKIP", allBut(driver, new BoundedProcess(folder, bounds, environment)));
        BoundedProcess.Outcome outcome = new BoundedProcess(folder, bounds, environment).run(arguments(driver));
        if (outcome.exit() != 0) {
            throw Refusal.unprocessable(
                    "gdal-failed",
                    "文件无法转换（GDAL：%s）；请检查文件是否完整，或在 GIS 软件中转换为 GeoPackage 或 shapefile 后上传",
                    "The file cannot be converted (GDAL: %s); see that it is complete, or convert it to a GeoPackage or shapefile in a GIS",
                    Messages.shown(outcome.messages()));
        }
        return outcome.messages();
    }

    private List<String> arguments(OgrDriver driver) {
        return List.of(
                program.toString(),
                "-f",
                WRITER,
                "-skipfailures",
                "-gt",
                "65536",
                "-nlt",
                "CONVERT_TO_LINEAR",
                "-lco",
                "SPATIAL_INDEX=NO",
                "-lco",
                "FID=ogr_row",
                OUTPUT,
                driver.input());
    }

    /** The drivers to switch off, as OGR_SKIP takes them. */
    private String allBut(OgrDriver driver, BoundedProcess process) throws IOException {
        List<String> drivers = DRIVER.matcher(
                        process.run(List.of(program.toString(), "--formats")).out())
                .results()
                .map(found -> found.group(1))
                .toList();
        if (!drivers.contains(driver.driver()) || !drivers.contains(WRITER)) {
            throw needed(driver);
        }
        return drivers.stream()
                .filter(name -> !name.equals(driver.driver()) && !name.equals(WRITER))
                .filter(name -> WORDS.matcher(name).matches())
                .collect(Collectors.joining(","));
    }

    /** The refusal where there is no GDAL, or one without the driver. */
    static Refusal needed(OgrDriver driver) {
        return Refusal.unprocessable(
                "needs-gdal",
                "读取该格式（%1$s）需要在服务器上安装 GDAL 3.6 以上版本（Debian/Ubuntu：gdal-bin）；也可在 GIS 软件中转换为 GeoPackage 或 shapefile 后上传",
                "Reading this format (%1$s) needs GDAL 3.6 or newer on the server (Debian/Ubuntu: gdal-bin); or convert it to a GeoPackage or shapefile in a GIS",
                driver.word());
    }

    private static Map<String, String> environment(Path folder) {
        Map<String, String> environment = new HashMap<>();
        for (String name : KEPT) {
            Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value));
        }
        for (String home : List.of("HOME", "TMPDIR", "TEMP", "CPL_TMPDIR")) {
            environment.put(home, folder.toString());
        }
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PROJ_NETWORK", "OFF");
        environment.put("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none");
        environment.put("GDAL_HTTP_TIMEOUT", "1");
        environment.put("GDAL_HTTP_MAX_RETRY", "0");
        environment.put("GDAL_HTTP_PROXY", "127.0.0.1:9"); // the discard port: whatever would fetch, fetches nothing
        environment.put("GDAL_PAM_ENABLED", "NO");
        environment.put("GDAL_NUM_THREADS", "1");
        environment.put("GDAL_CACHEMAX", "64");
        environment.put("OGR_SQLITE_SYNCHRONOUS", "OFF");
        return environment;
    }
}
