package org.anlan.format.shapefile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anlan.format.TextEncoding;

/** The names and numbers that .cpg files and DBF headers give encodings. GBK and GB2312 are read as GB18030, which holds them. */
final class CodePages {

    private static final Map<String, Charset> NAMES = Map.ofEntries(
            Map.entry("936", TextEncoding.GB18030),
            Map.entry("54936", TextEncoding.GB18030),
            Map.entry("GBK", TextEncoding.GB18030),
            Map.entry("MS936", TextEncoding.GB18030),
            Map.entry("GB2312", TextEncoding.GB18030),
            Map.entry("GB_2312-80", TextEncoding.GB18030),
            Map.entry("EUC-CN", TextEncoding.GB18030),
            Map.entry("GB18030", TextEncoding.GB18030),
            Map.entry("65001", StandardCharsets.UTF_8),
            Map.entry("UTF8", StandardCharsets.UTF_8),
            Map.entry("950", Charset.forName("x-windows-950")),
            Map.entry("949", Charset.forName("x-windows-949")),
            Map.entry("932", Charset.forName("windows-31j")),
            Map.entry("BIG5", Charset.forName("x-windows-950")),
            Map.entry("88591", StandardCharsets.ISO_8859_1));

    /**
     * Language drivers by byte 29 of the DBF header (dBASE and FoxPro lists). Left out: 0x01 to 0x03 and 0x57, which many writers
     * put down whatever the text is; 0x57 means the ANSI of the writer's machine.
     */
    private static final Map<Integer, String> LANGUAGES = Map.ofEntries(
            Map.entry(0x4D, "936"),
            Map.entry(0x7A, "936"),
            Map.entry(0x4F, "950"),
            Map.entry(0x78, "950"),
            Map.entry(0x4E, "949"),
            Map.entry(0x79, "949"),
            Map.entry(0x13, "932"),
            Map.entry(0x7B, "932"),
            Map.entry(0x58, "1252"),
            Map.entry(0x59, "1252"),
            Map.entry(0xC8, "1250"),
            Map.entry(0xC9, "1251"),
            Map.entry(0x26, "866"),
            Map.entry(0x65, "866"),
            Map.entry(0xCB, "1253"),
            Map.entry(0xCA, "1254"));

    private CodePages() {}

    /** The encoding that a .cpg file names ("GBK", "936", "CP936", "ANSI 936", "UTF-8", "65001"); empty when nobody knows it. */
    static Optional<Charset> named(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        String bare = name.replaceFirst("^(ANSI|OEM|CP|X-|WINDOWS|MS)[ _-]*(?=\\d)", "");
        Charset known = NAMES.get(bare);
        if (known != null) {
            return Optional.of(known);
        }
        return charset(name).or(() -> charset("windows-" + bare)).or(() -> charset("IBM" + bare));
    }

    /** The encoding of a DBF language byte; empty when the byte tells nothing. */
    static Optional<Charset> ofLanguageByte(int language) {
        return Optional.ofNullable(LANGUAGES.get(language)).flatMap(CodePages::named);
    }

    /** The wider encoding that is safe to read with: GB18030 for GBK and GB2312, else the encoding itself. */
    static Charset widest(Charset charset) {
        return named(charset.name()).orElse(charset);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
