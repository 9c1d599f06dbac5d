package org.anlan.format.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;
import org.anlan.format.TextEncoding;
import org.anlan.format.Utf8;

/**
 * The decoded name of an entry.
 *
 * @param path the whole name with forward slashes
 * @param folder the folder part, "" at the top
 * @param base the file's name without folder and extension
 * @param extension in lower case, without the dot; "" when there is none
 */
record EntryName(String path, String folder, String base, String extension) {

    private static final int SHOWN = 100;
    private static final Pattern OUTSIDE = Pattern.compile("^/|^[A-Za-z]:|(^|/)\\.\\.(/|$)|[\\x00-\\x1f]");

    /** Decodes the names of an archive: those not marked as UTF-8 are read as UTF-8 when all of them fit it, else as GBK. */
    static List<EntryName> decode(List<ZipMember> members) {
        boolean fits = members.stream()
                .filter(member -> !member.unicodeName())
                .allMatch(member ->
                        Utf8.of(member.rawName(), 0, member.rawName().length).compareTo(Utf8.Trial.VALID) <= 0);
        List<EntryName> names = new ArrayList<>(members.size());
        for (ZipMember member : members) {
            Charset charset = fits || member.unicodeName() ? StandardCharsets.UTF_8 : TextEncoding.GB18030;
            names.add(of(new String(member.rawName(), charset).replace('\\', '/')));
        }
        return names;
    }

    private static EntryName of(String path) {
        if (OUTSIDE.matcher(path).find()) {
            throw Refusal.unprocessable(
                    "zip-bad-path",
                    "压缩包内的文件名“%s”指向包外或含控制字符，为安全起见整包未读取；请用普通方式重新压缩",
                    "The entry “%s” points outside the zip or holds control characters; nothing was read. Pack the files again in the ordinary way",
                    shown(path));
        }
        int slash = path.lastIndexOf('/');
        String file = path.substring(slash + 1);
        int dot = file.lastIndexOf('.');
        return new EntryName(
                path,
                slash < 0 ? "" : path.substring(0, slash),
                dot < 0 ? file : file.substring(0, dot),
                dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Folders, and what macOS and editors leave beside the files. */
    boolean isNoFile() {
        return path.endsWith("/")
                || path.startsWith("__MACOSX/")
                || path.contains("/__MACOSX/")
                || path.substring(path.lastIndexOf('/') + 1).startsWith(".");
    }

    /** A name as messages may show it. */
    static String shown(String path) {
        String printable = path.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
    }
}
