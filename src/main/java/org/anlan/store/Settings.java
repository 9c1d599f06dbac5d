package org.anlan.store;

import java.util.Optional;

/** Small settings that an installation keeps. */
public interface Settings {

    /** The value of a setting. */
    Optional<String> get(String key);

    /** Keeps a value; it is on disk when this returns. */
    void put(String key, String value);
}
