package org.anlan.cli.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.anlan.base.Text;

/** Reads an IP address. Names are refused: what a name means could change while it is believed. */
public final class IpAddress {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private IpAddress() {}

    /**
     * Reads an address of version 4 or 6.
     *
     * @param key the setting it is a value of
     * @param text the address
     * @param origin where it was written
     */
    public static InetAddress read(String key, String text, Origin origin) {
        try {
            if (NUMBERS.matcher(text).matches()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) { // 300.1.1.1
            throw wrong(key, text, origin);
        }
        throw wrong(key, text, origin);
    }

    private static RuntimeException wrong(String key, String text, Origin origin) {
        return BadSetting.of(
                key,
                text,
                origin,
                Text.of(
                        "IP 地址，如 127.0.0.1、::1，多个用逗号分开",
                        "IP addresses such as 127.0.0.1 and ::1, with commas between them"));
    }
}
