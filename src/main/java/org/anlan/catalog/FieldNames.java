package org.anlan.catalog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How names of columns in files are compared with the catalogue. */
public final class FieldNames {

    /** Bytes of a field name in a DBF header. */
    private static final int DBF_BYTES = 10;

    private static final List<Charset> DBF_CHARSETS = List.of(Charset.forName("GBK"), StandardCharsets.UTF_8);
    private static final Pattern NOT_COMPARED = Pattern.compile("[\\s_\\p{Cntrl}\\p{Cf}\\uFFFD]+");

    private FieldNames() {}

    /** The name as it is compared: full-width as half-width, lower case, without blanks, underscores and invisible characters. */
    public static String normalise(String name) {
        String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return NOT_COMPARED.matcher(compatible).replaceAll("").toLowerCase(Locale.ROOT);
    }

    static Optional<FieldDefinition> find(List<FieldDefinition> fields, String sourceName) {
        String wanted = normalise(sourceName);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return only(fields, wanted, (name, word) -> normalise(name).equals(word))
                .or(() -> only(fields, wanted, FieldNames::isClippedTo));
    }

    /** All names a field goes by: its own, its labels, its aliases. */
    static Stream<String> names(FieldDefinition field) {
        return Stream.concat(
                Stream.of(field.name(), field.label().zh(), field.label().en()), field.aliases().stream());
    }

    private static Optional<FieldDefinition> only(
            List<FieldDefinition> fields, String wanted, BiPredicate<String, String> fits) {
        List<FieldDefinition> found = fields.stream()
                .filter(field -> names(field).anyMatch(name -> fits.test(name, wanted)))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean isClippedTo(String name, String wanted) {
        return DBF_CHARSETS.stream().anyMatch(charset -> clipped(name, charset).map(FieldNames::normalise).stream()
                .anyMatch(wanted::equals));
    }

    /** The beginning of a name that fits a DBF header, without a character cut in half; empty when all of it fits. */
    private static Optional<String> clipped(String name, Charset charset) {
        byte[] bytes = name.getBytes(charset);
        if (bytes.length <= DBF_BYTES) {
            return Optional.empty();
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.IGNORE)
                .onUnmappableCharacter(CodingErrorAction.IGNORE);
        CharBuffer whole = CharBuffer.allocate(DBF_BYTES);
        decoder.decode(ByteBuffer.wrap(bytes, 0, DBF_BYTES), whole, false);
        return Optional.of(whole.flip().toString());
    }
}
