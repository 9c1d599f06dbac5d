package org.anlan.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages files: the bytes as they lie, or the parts of a zip, which is then put together again. The same random numbers do the same. */
final class Mutation {

    private static final long[] NUMBERS = {0, -1, 1, Integer.MAX_VALUE, 0xFFFFFFFFL, Integer.MIN_VALUE, Long.MAX_VALUE};
    private static final double[] MEASURES = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e308, 4.9e-324, -1e38};
    private static final List<String> WORDS = List.of(
            "\0",
            "\"",
            "'",
            ",",
            ";",
            "\n",
            "\r\n",
            "\t",
            "[",
            "[[[[[[[[",
            "]",
            "{",
            "}",
            ":",
            "<",
            ">",
            "&",
            "&#0;",
            "&lt;",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>",
            "]]>",
            "<!--",
            "</Placemark>",
            "<Folder>",
            "NaN",
            "1e999",
            "-1e308",
            "null",
            "99999999999999999999",
            "0x7f",
            "-",
            ".",
            "=1+1",
            "\uFEFF",
            "甲",
            "😀",
            "\uFFFF",
            "1,2,3,4,5",
            "POINT (",
            "EPSG:4528",
            "type",
            "coordinates",
            "CREATE VIEW",
            "../");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** A damaged copy; {@code other} is a file of the same kind, to splice in. */
    byte[] of(byte[] file, byte[] other) throws IOException {
        boolean zip = file.length > 4 && file[0] == 'P' && file[1] == 'K';
        return zip && random.nextInt(4) != 0 ? inside(file, other) : bytes(file, other);
    }

    private byte[] bytes(byte[] file, byte[] other) {
        byte[] damaged = file;
        for (int i = rounds(); i > 0 && damaged.length > 0; i--) {
            damaged = once(damaged, other);
        }
        return damaged;
    }

    /** Mostly one or two: what is damaged all over is refused at the door. */
    private int rounds() {
        return random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 1 + random.nextInt(2);
    }

    private byte[] once(byte[] file, byte[] other) {
        int at = at(file);
        int length = 1 + random.nextInt(Math.min(file.length - at, random.nextBoolean() ? 16 : 2_000));
        return switch (random.nextInt(11)) {
            case 0, 1 -> flipped(file, at);
            case 2, 3 -> number(file, at);
            case 4 -> measure(file, at);
            case 5 -> Arrays.copyOf(file, at);
            case 6 -> replaced(file, at, length, new byte[0]);
            case 7 -> repeated(file, at, length);
            case 8 -> replaced(file, at, 0, word());
            case 9 -> replaced(file, at, length, part(other, length));
            default -> replaced(file, at, random.nextInt(Math.min(length, 8) + 1), word());
        };
    }

    /** Heads tell more than what follows them, so half of the damage goes there. */
    private int at(byte[] file) {
        return random.nextInt(random.nextBoolean() ? Math.min(file.length, 400) : file.length);
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] file, int at) {
        byte[] damaged = file.clone();
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }

    private byte[] number(byte[] file, int at) {
        long value = NUMBERS[random.nextInt(NUMBERS.length)];
        boolean wide = random.nextInt(3) == 0;
        ByteBuffer number = ByteBuffer.allocate(8).order(order());
        return written(
                file, wide ? number.putLong(value) : number.putInt((int) value), random.nextBoolean() ? at & ~3 : at);
    }

    private byte[] measure(byte[] file, int at) {
        return written(
                file, ByteBuffer.allocate(8).order(order()).putDouble(MEASURES[random.nextInt(MEASURES.length)]), at);
    }

    private ByteOrder order() {
        return random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static byte[] written(byte[] file, ByteBuffer number, int at) {
        byte[] damaged = file.clone();
        number.flip();
        number.get(damaged, at, Math.min(number.limit(), file.length - at));
        return damaged;
    }

    private byte[] repeated(byte[] file, int at, int length) {
        byte[] chunk = Arrays.copyOfRange(file, at, at + length);
        int times = 1 + random.nextInt(random.nextInt(8) == 0 ? 200 : 3);
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            more.writeBytes(chunk);
        }
        return replaced(file, at, 0, more.toByteArray());
    }

    private byte[] part(byte[] other, int length) {
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + length));
    }

    private static byte[] replaced(byte[] file, int at, int length, byte[] by) {
        byte[] damaged = Arrays.copyOf(file, file.length - length + by.length);
        System.arraycopy(by, 0, damaged, at, by.length);
        System.arraycopy(file, at + length, damaged, at + by.length, file.length - at - length);
        return damaged;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(String name, byte[] bytes) {}

    /** Damages parts of a zip, exchanges, renames, leaves out or doubles them. */
    private byte[] inside(byte[] zip, byte[] other) throws IOException {
        List<Part> parts = parts(zip);
        List<Part> others = parts(other);
        if (parts.isEmpty() || others.isEmpty()) {
            return bytes(zip, other);
        }
        for (int i = rounds(); i > 0 && !parts.isEmpty(); i--) {
            int at = random.nextInt(parts.size());
            Part part = parts.get(at);
            Part from = random.nextBoolean()
                    ? others.get(random.nextInt(others.size()))
                    : parts.get(random.nextInt(parts.size()));
            switch (random.nextInt(10)) {
                case 0 -> parts.set(at, new Part(part.name(), from.bytes()));
                case 1 -> parts.set(at, new Part(from.name(), part.bytes()));
                case 2 -> parts.remove(at);
                case 3 -> parts.add(from);
                default ->
                    parts.set(
                            at,
                            new Part(
                                    part.name(),
                                    part.bytes().length == 0 ? word() : once(part.bytes(), nonEmpty(from))));
            }
        }
        return zip(parts);
    }

    private byte[] nonEmpty(Part part) {
        return part.bytes().length == 0 ? word() : part.bytes();
    }

    private static List<Part> parts(byte[] zip) throws IOException {
        List<Part> parts = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    parts.add(new Part(entry.getName(), in.readAllBytes()));
                }
            }
        }
        return parts;
    }

    /** Puts a zip together; a part of a name that is there already gets another. */
    private static byte[] zip(List<Part> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> names = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Part part : parts) {
                String name = part.name();
                while (names.contains(name)) {
                    name = "2" + name;
                }
                names.add(name);
                zip.putNextEntry(new ZipEntry(name));
                zip.write(part.bytes());
            }
        }
        return bytes.toByteArray();
    }
}
