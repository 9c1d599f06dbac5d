package org.anlan.http.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an IP address as it stands in a header: plain, in brackets, with or without a port. Nothing is ever looked up by name. */
final class AddressText {

    private static final int LONGEST = 64;
    private static final Pattern VERSION_4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
    private static final Pattern VERSION_6 = Pattern.compile("([0-9a-fA-F]*:[0-9a-fA-F:.]*)");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([0-9a-fA-F]*:[0-9a-fA-F:.]*)](?::\\d{1,5})?");

    private AddressText() {}

    /** The address; empty when the text is none. */
    static Optional<InetAddress> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        for (Pattern form : new Pattern[] {VERSION_4, VERSION_6, IN_BRACKETS}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return address(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> address(String numbers) {
        try {
            return Optional.of(InetAddress.getByName(numbers));
        } catch (UnknownHostException e) { // 300.1.1.1, 1:2
            return Optional.empty();
        }
    }
}
