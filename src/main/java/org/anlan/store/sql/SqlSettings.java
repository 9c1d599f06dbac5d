package org.anlan.store.sql;

import java.util.Optional;
import org.anlan.store.Settings;

/** Settings in the {@code setting} table. */
public final class SqlSettings implements Settings {

    private final ReadingJdbi reading;
    private final WritingJdbi writing;

    /** Settings that are read and written through these. */
    public SqlSettings(ReadingJdbi reading, WritingJdbi writing) {
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public Optional<String> get(String key) {
        return reading.withHandle(h -> h.createQuery("SELECT value FROM setting WHERE key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void put(String key, String value) {
        writing.use(h -> h.createUpdate(
                        "INSERT INTO setting(key, value) VALUES (:key, :value) ON CONFLICT(key) DO UPDATE SET value = excluded.value")
                .bind("key", key)
                .bind("value", value)
                .execute());
    }
}
