package org.anlan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.anlan.format.SourceEncoding.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextEncodingTest {

    @TempDir
    Path folder;

    @Property(tries = 5000)
    void theTrialAgreesWithTheDecoderOfThePlatform(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(9)];
        for (int i = 0; i < bytes.length; i++) {
            int[] edges = {
                0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xE5, 0xED, 0xF0, 0xF4, 0xF5
            };
            bytes[i] = (byte) edges[random.nextInt(edges.length)];
        }

        Utf8.Trial trial = Utf8.of(bytes, 0, bytes.length);
        assertThat(trial == Utf8.Trial.ASCII || trial == Utf8.Trial.VALID).isEqualTo(decodes(bytes));
    }

    @Property(tries = 300)
    void textIsValidAndCutTextIsClipped(@ForAll @StringLength(max = 20) String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= bytes.length; length++) {
            assertThat(Utf8.of(bytes, 0, length)).isNotEqualTo(Utf8.Trial.INVALID);
        }
    }

    @Test
    void charactersMayLieAcrossTheChunksThatAreRead() throws IOException {
        for (int shift = 0; shift < 4; shift++) {
            String text = "a".repeat(shift) + "岸🌊".repeat(40_000);
            assertThat(encoding(text, StandardCharsets.UTF_8))
                    .isEqualTo(new SourceEncoding(StandardCharsets.UTF_8, Reason.VALID_UTF8));
        }
    }

    @Test
    void gbkIsAssumedWhenTheTextIsNotUtf8() throws IOException {
        String late = "a".repeat(200_000) + "海岸线";

        assertThat(encoding(late, Charset.forName("GBK")))
                .isEqualTo(new SourceEncoding(TextEncoding.GB18030, Reason.ASSUMED));
    }

    @Test
    void aFileThatEndsInsideACharacterIsNotUtf8() throws IOException {
        Path file = folder.resolve("cut");
        Files.write(file, new byte[] {'a', (byte) 0xE5, (byte) 0xB2});

        assertThat(TextEncoding.of(file, OpenOptions.defaults()).reason()).isEqualTo(Reason.ASSUMED);
    }

    private SourceEncoding encoding(String text, Charset charset) throws IOException {
        Path file = folder.resolve("text");
        Files.write(file, text.getBytes(charset));
        return TextEncoding.of(file, OpenOptions.defaults());
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}
