package org.anlan.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.geo.Crs;

/**
 * A format that layers are written in. The same features always give the same bytes: no time of writing, no random names.
 *
 * @param word names it in the API and on the command line ("shp")
 * @param title its name for people
 * @param extension of the file, without the dot ("zip")
 * @param mediaType of the file (RFC 6838)
 * @param charsets what its texts can be written in; the first is the usual one
 * @param crs which coordinates it can hold
 * @param opener begins a file
 */
public record OutFormat(
        String word,
        Text title,
        String extension,
        String mediaType,
        List<Charset> charsets,
        Coordinates crs,
        Opener opener) {

    /** Which coordinates a format can hold. */
    public enum Coordinates {
        /** Those of any listed system. */
        ANY,
        /** Longitude and latitude on CGCS2000 or WGS 84 only. */
        LON_LAT
    }

    /** Begins a file. */
    @FunctionalInterface
    public interface Opener {

        /**
         * A writer of one layer.
         *
         * @param out receives the bytes; flushed, never closed
         * @param layer what will be written
         * @param charset of its texts, for formats that know more than one; the others are always UTF-8
         */
        FeatureWriter open(OutputStream out, OutLayer layer, Charset charset) throws IOException;
    }

    /** A format that is always UTF-8 and holds the coordinates of any system. */
    public OutFormat(String word, Text title, String extension, String mediaType, Opener opener) {
        this(word, title, extension, mediaType, List.of(StandardCharsets.UTF_8), Coordinates.ANY, opener);
    }

    /** The charset of this name; refused ({@code encoding-not-possible}) when the format cannot be written in it. */
    public Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name.strip());
            if (charsets.contains(charset)) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // told below, together with those that this format does not have
        }
        throw Refusal.invalid(
                "encoding-not-possible",
                "%s 不能以“%s”编码写出；可用：%s",
                "%s cannot be written in \"%s\"; there are: %s",
                word,
                name,
                charsets.stream().map(Charset::name).collect(Collectors.joining(", ")));
    }

    /** Refuses ({@code crs-not-possible}) a coordinate system that the format cannot hold. */
    public void require(Crs wanted) {
        boolean lonLat = wanted.geographic() && !wanted.datumShiftUnknown();
        if (crs == Coordinates.LON_LAT && !lonLat) {
            throw Refusal.invalid(
                    "crs-not-possible",
                    "%s 只能存放经纬度（EPSG:4490、EPSG:4326），不能用 %s；其他坐标系请改用 shp 或 gpkg",
                    "%s holds longitude and latitude only (EPSG:4490, EPSG:4326), not %s; for other systems choose shp or gpkg",
                    word,
                    wanted.code());
        }
    }

    /** A writer of one layer, as {@link Opener#open} says; refused where {@link #require} does. */
    public FeatureWriter open(OutputStream out, OutLayer layer, Charset charset) throws IOException {
        require(layer.crs());
        return opener.open(out, layer, charset);
    }
}
