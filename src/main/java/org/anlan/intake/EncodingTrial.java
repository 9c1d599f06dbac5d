package org.anlan.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;

/** Reads the first records of a layer under each encoding that could be meant, so that a person sees which one makes sense. */
final class EncodingTrial {

    private static final Charset BIG5 = Charset.forName("Big5");
    private static final int LOOKED_AT = 300;
    private static final int FIELDS = 6;
    private static final int VALUES = 3;
    private static final char REPLACEMENT = '\uFFFD';
    /** Big5 is only offered when nearly all it reads are characters in common use. */
    private static final double COMMON = 0.9;

    private final FeatureSource source;
    private final int[] columns;

    private EncodingTrial(FeatureSource source, int[] columns) {
        this.source = source;
        this.columns = columns;
    }

    /** The encodings, the one in use first; empty when no text depends on it. */
    static List<Inspection.EncodingCandidate> of(FeatureSource source, LayerSample sample) throws IOException {
        // where words tell it, names that tell it too are not needed
        int[] columns = IntStream.concat(
                        IntStream.range(0, source.fields().size())
                                .filter(i -> hasWords(
                                        source.fields().get(i), sample.columns().get(i))),
                        IntStream.range(0, source.fields().size())
                                .filter(i -> notAscii(source.fields().get(i).name())))
                .distinct()
                .limit(FIELDS)
                .toArray();
        return columns.length == 0 ? List.of() : new EncodingTrial(source, columns).candidates();
    }

    private static boolean hasWords(SourceField field, ColumnSample column) {
        return field.type() == SourceField.Type.TEXT
                && column.words().keySet().stream().anyMatch(EncodingTrial::notAscii);
    }

    private static boolean notAscii(String text) {
        return text.chars().anyMatch(c -> c > 127);
    }

    private List<Inspection.EncodingCandidate> candidates() throws IOException {
        Charset used = source.encoding().charset();
        List<Inspection.EncodingCandidate> found = new ArrayList<>();
        found.add(candidate(used, source));
        for (Charset charset : List.of(TextEncoding.GB18030, StandardCharsets.UTF_8, BIG5)) {
            Optional<FeatureSource> other = charset.equals(used) ? Optional.empty() : source.readAs(charset);
            if (other.isPresent()
                    && other.get().fields().size() == source.fields().size()) {
                Inspection.EncodingCandidate candidate = candidate(charset, other.get());
                if (!charset.equals(BIG5) || plausibleBig5(candidate)) {
                    found.add(candidate);
                }
            }
        }
        return found.size() == 1 ? List.of() : found;
    }

    private Inspection.EncodingCandidate candidate(Charset charset, FeatureSource read) throws IOException {
        List<Set<String>> values = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            values.add(new LinkedHashSet<>());
        }
        boolean valid = read.fields().stream().noneMatch(f -> f.name().indexOf(REPLACEMENT) >= 0);
        try (FeatureReader reader = read.read()) {
            Optional<SourceFeature> next = reader.next();
            for (int looked = 0; next.isPresent() && looked < LOOKED_AT; looked++) {
                valid &= see(next.get().values(), values);
                next = reader.next();
            }
        }
        List<Inspection.EncodedField> samples = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            samples.add(
                    new Inspection.EncodedField(read.fields().get(columns[i]).name(), List.copyOf(values.get(i))));
        }
        return new Inspection.EncodingCandidate(charset.name(), valid, samples);
    }

    /** Whether all texts of the record can be read. */
    private boolean see(Object[] record, List<Set<String>> values) {
        boolean valid = true;
        for (int i = 0; i < columns.length; i++) {
            if (record[columns[i]] instanceof String text && notAscii(text)) {
                valid &= text.indexOf(REPLACEMENT) < 0;
                if (values.get(i).size() < VALUES) {
                    values.get(i).add(ColumnSample.shown(text.strip()));
                }
            }
        }
        return valid;
    }

    private static boolean plausibleBig5(Inspection.EncodingCandidate candidate) {
        int[] characters = candidate.samples().stream()
                .flatMap(field -> field.values().stream())
                .flatMapToInt(String::codePoints)
                .filter(c -> c > 127)
                .toArray();
        long common =
                IntStream.of(characters).filter(EncodingTrial::inCommonUse).count();
        return candidate.valid() && characters.length > 0 && common >= COMMON * characters.length;
    }

    /** Big5 puts the characters in common use and the punctuation at A1 to C6, the rare ones behind. */
    private static boolean inCommonUse(int character) {
        byte[] bytes = Character.toString(character).getBytes(BIG5);
        int lead = bytes[0] & 0xFF;
        return bytes.length == 2 && lead >= 0xA1 && lead <= 0xC6;
    }
}
