package org.anlan.cli.config;

import org.anlan.base.Text;

/**
 * Where the value of a setting comes from.
 *
 * @param kind the kind of place
 * @param where its name: the flag, the variable, or the file with the line; empty for a default
 */
public record Origin(Kind kind, String where) {

    /** The places, the one that wins first. */
    public enum Kind {
        /** An option of the command line. */
        FLAG,
        /** A variable of the environment. */
        ENVIRONMENT,
        /** The configuration file. */
        FILE,
        /** Nobody set it. */
        DEFAULT
    }

    /** What holds when nobody set anything. */
    public static final Origin DEFAULT = new Origin(Kind.DEFAULT, "");

    /** The place in words. */
    public Text text() {
        return switch (kind) {
            case FLAG -> Text.of("命令行 %s", "the command line, %s", where);
            case ENVIRONMENT -> Text.of("环境变量 %s", "the environment variable %s", where);
            case FILE -> Text.of("配置文件 %s", "the configuration file, %s", where);
            case DEFAULT -> Text.of("缺省值", "the default");
        };
    }

    /** Whether this place wins over another. */
    public boolean above(Origin other) {
        return kind.compareTo(other.kind) < 0;
    }
}
