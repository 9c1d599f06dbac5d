package org.anlan.format.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An angle as offices write it: decimal degrees, degrees and decimal minutes, or 度分秒, with the hemisphere before or after it.
 *
 * @param degrees decimal degrees, west and south negative
 * @param axis which axis its letter names (E, 北纬); empty when it has none
 */
record Angle(double degrees, Optional<Axis> axis) {

    /** Which of the two angles of a place. */
    enum Axis {
        LONGITUDE,
        LATITUDE
    }

    private static final int LONGEST = 64;
    static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{0,30})?([eE][+-]?\\d{1,3})?");
    private static final Pattern SIDED =
            Pattern.compile("(?<before>[EWNS][:.]?)?\\s*(?<body>[^EWNS]*?)\\s*(?<after>[EWNS])?");
    private static final String SECONDS = "(\\d{1,2}(?:\\.\\d+)?)";
    private static final List<Pattern> BODIES = bodies();
    /** DDDMMSS.s and DDMMSS.s: only where the axis tells how many digits the degrees have. */
    private static final Pattern PACKED_LONGITUDE = Pattern.compile("()([01]\\d\\d)([0-5]\\d)([0-5]\\d(?:\\.\\d+)?)");

    private static final Pattern PACKED_LATITUDE = Pattern.compile("()([0-8]\\d)([0-5]\\d)([0-5]\\d(?:\\.\\d+)?)");

    /** Groups: sign, degrees, minutes, seconds, as many as there are. */
    private static List<Pattern> bodies() {
        String whole = "([+-]?)(\\d{1,3})";
        List<Pattern> bodies = new ArrayList<>();
        bodies.add(Pattern.compile("([+-]?)(\\d{1,3}(?:\\.\\d+)?)\\s*°?"));
        bodies.add(Pattern.compile(whole + "\\s*°\\s*" + SECONDS + "\\s*'?"));
        bodies.add(Pattern.compile(whole + "\\s*°\\s*(\\d{1,2})\\s*'\\s*" + SECONDS + "\\s*\"?"));
        for (String gap : List.of("\\s*:\\s*", "\\s*-\\s*", "\\s+")) {
            bodies.add(Pattern.compile(whole + gap + SECONDS));
            bodies.add(Pattern.compile(whole + gap + "(\\d{1,2})" + gap + SECONDS));
        }
        bodies.add(Pattern.compile(whole + "\\.(\\d{1,2})\\." + SECONDS));
        return List.copyOf(bodies);
    }

    /** Reads an angle of whichever axis; a plain number comes back as it is, whatever its size. Empty when it is none. */
    static Optional<Angle> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = text.strip();
        if (PLAIN.matcher(plain).matches()) {
            return finite(Double.parseDouble(plain), Optional.empty());
        }
        Matcher sided = SIDED.matcher(AngleMarks.canonical(plain));
        if (!sided.matches() || (sided.group("before") != null && sided.group("after") != null)) {
            return Optional.empty();
        }
        String side = sided.group("before") == null
                ? sided.group("after")
                : sided.group("before").substring(0, 1);
        return body(sided.group("body"), side == null ? "" : side);
    }

    /** The same, and also degrees, minutes and seconds packed into one number, which only a column's name makes sense of. */
    static Optional<Angle> read(String text, Axis axis) {
        Optional<Angle> angle = read(text);
        boolean inRange = angle.filter(a -> Math.abs(a.degrees()) <= 180).isPresent();
        if (inRange || text.length() > LONGEST) {
            return angle;
        }
        Pattern digits = axis == Axis.LONGITUDE ? PACKED_LONGITUDE : PACKED_LATITUDE;
        Matcher packed = digits.matcher(AngleMarks.canonical(text.strip()));
        return packed.matches() ? sum(packed, "", 1) : angle;
    }

    private static Optional<Angle> body(String body, String side) {
        for (Pattern pattern : BODIES) {
            Matcher parts = pattern.matcher(body);
            if (parts.matches()) {
                boolean signed = !parts.group(1).isEmpty();
                boolean west = side.equals("W") || side.equals("S");
                return signed && west
                        ? Optional.empty()
                        : sum(parts, side, west || parts.group(1).equals("-") ? -1 : 1);
            }
        }
        return Optional.empty();
    }

    private static Optional<Angle> sum(Matcher parts, String side, int sign) {
        double minutes = part(parts, 3);
        double seconds = part(parts, 4);
        double degrees = part(parts, 2) + minutes / 60 + seconds / 3600;
        // 60 seconds come from rounding 59.996 and are meant; 60 minutes are a slip of the pen
        if (minutes >= 60 || seconds > 60 || degrees > 180) {
            return Optional.empty();
        }
        Optional<Axis> axis = side.isEmpty()
                ? Optional.empty()
                : Optional.of(side.equals("E") || side.equals("W") ? Axis.LONGITUDE : Axis.LATITUDE);
        return finite(sign * degrees, axis);
    }

    private static double part(Matcher parts, int group) {
        return group <= parts.groupCount() ? Double.parseDouble(parts.group(group)) : 0;
    }

    private static Optional<Angle> finite(double degrees, Optional<Axis> axis) {
        return Double.isFinite(degrees) ? Optional.of(new Angle(degrees, axis)) : Optional.empty();
    }
}
