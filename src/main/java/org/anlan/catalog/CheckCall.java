package org.anlan.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A check that a layer asks the intake for, with all its arguments: "line-gap" is "line-gap:5".
 *
 * @param name its name ("line-gap")
 * @param arguments what it is told, those left out filled in with what is usual
 */
public record CheckCall(String name, List<String> arguments) {

    /** Copies the arguments. */
    public CheckCall {
        arguments = List.copyOf(arguments);
    }

    /** The call of these words of a catalogue entry, which was checked when it was read. */
    static CheckCall of(String words) {
        String name = words.split(":", 2)[0];
        List<CheckTable.Parameter> parameters = CheckTable.KNOWN.get(name).parameters();
        String[] given = words.split(":", parameters.size() + 1);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            arguments.add(
                    i + 1 < given.length
                            ? given[i + 1]
                            : parameters.get(i).usual().orElseThrow());
        }
        return new CheckCall(name, arguments);
    }

    /** An argument by its position, from 0. */
    public String text(int argument) {
        return arguments.get(argument);
    }

    /** An argument that is a number. */
    public double number(int argument) {
        return Double.parseDouble(arguments.get(argument));
    }
}
