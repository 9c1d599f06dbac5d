package org.anlan.cli;

/** How a command prints what it found. The names are the words of the option. */
enum PrintedAs {
    text,
    json
}
