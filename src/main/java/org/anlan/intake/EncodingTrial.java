package org.anlan.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
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
    /** By column: the records whose texts are shown. The encoding in use chooses them, so that every other shows the same ones. */
    private final List<List<Integer>> shown;

    private EncodingTrial(FeatureSource source, int[] columns) {
        this.source = source;
        this.columns = columns;
        this.shown = IntStream.of(columns)
                .<List<Integer>>mapToObj(column -> new ArrayList<>())
                .toList();
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
        chooseRecords();
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

    /** The first records with texts that depend on the encoding, each text once. */
    private void chooseRecords() throws IOException {
        List<Set<String>> seen = IntStream.of(columns)
                .<Set<String>>mapToObj(column -> new HashSet<>())
                .toList();
        try (FeatureReader reader = source.read()) {
            Optional<SourceFeature> next = reader.next();
            for (int record = 0; next.isPresent() && record < LOOKED_AT; record++) {
                for (int i = 0; i < columns.length; i++) {
                    if (seen.get(i).size() < VALUES
                            && next.get().values()[columns[i]] instanceof String text
                            && notAscii(text)
                            && seen.get(i).add(text.strip())) {
                        shown.get(i).add(record);
                    }
                }
                next = reader.next();
            }
        }
    }

    private Inspection.EncodingCandidate candidate(Charset charset, FeatureSource read) throws IOException {
        List<List<String>> values = IntStream.of(columns)
                .<List<String>>mapToObj(column -> new ArrayList<>())
                .toList();
        boolean valid = read.fields().stream().noneMatch(f -> f.name().indexOf(REPLACEMENT) >= 0);
        try (FeatureReader reader = read.read()) {
            Optional<SourceFeature> next = reader.next();
            for (int record = 0; next.isPresent() && record < LOOKED_AT; record++) {
                valid &= see(record, next.get().values(), values);
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
    private boolean see(int record, Object[] read, List<List<String>> values) {
        boolean valid = true;
        for (int i = 0; i < columns.length; i++) {
            String text = read[columns[i]] instanceof String one ? one : "";
            valid &= text.indexOf(REPLACEMENT) < 0;
            if (shown.get(i).contains(record)) {
                values.get(i).add(ColumnSample.shown(text.strip()));
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
