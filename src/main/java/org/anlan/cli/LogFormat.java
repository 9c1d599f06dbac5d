package org.anlan.cli;

/** How the log is written. The names are the words of the option. */
enum LogFormat {
    /** Lines for people. */
    text,
    /** One JSON object a line, for programs that collect logs. */
    json
}
