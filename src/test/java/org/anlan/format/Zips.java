package org.anlan.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes and takes apart zips, for tests. */
public final class Zips {

    private Zips() {}

    /** The entries of a zip by name. */
    public static Map<String, byte[]> entries(Path zip) throws IOException {
        return entries(zip, StandardCharsets.UTF_8);
    }

    /** The same where names are in this encoding. */
    public static Map<String, byte[]> entries(Path zip, Charset names) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream unzip = new ZipInputStream(in, names)) {
            for (ZipEntry entry = unzip.getNextEntry(); entry != null; entry = unzip.getNextEntry()) {
                entries.put(entry.getName(), unzip.readAllBytes());
            }
        }
        return entries;
    }

    /** A zip of these entries, names in UTF-8. */
    public static byte[] of(Map<String, byte[]> entries) throws IOException {
        return of(entries, StandardCharsets.UTF_8);
    }

    /** A zip of these entries, names in this encoding. */
    public static byte[] of(Map<String, byte[]> entries, Charset names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** The bytes with one text replaced by another of the same length, everywhere. */
    public static byte[] replaced(byte[] zip, String from, String to) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
