package org.anlan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;

/** The floors of the house: a package imports only lower floors, and of its own floor only what stands in a package's root. */
final class Floors extends ArchCondition<JavaClass> {

    private static final String TOP = "";
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("base", 0),
            Map.entry("catalog", 1),
            Map.entry("geo", 1),
            Map.entry("format", 2),
            Map.entry("store", 2),
            Map.entry("intake", 3),
            Map.entry("coast", 3),
            Map.entry("export", 3),
            Map.entry("zoning", 3),
            Map.entry("analysis", 3),
            Map.entry("report", 3),
            Map.entry("outfall", 3),
            Map.entry("casework", 3),
            Map.entry("attachments", 3),
            Map.entry("units", 3),
            Map.entry("access", 3),
            Map.entry("filter", 3),
            Map.entry("frozen", 3),
            Map.entry("tiles", 3),
            Map.entry("search", 3),
            Map.entry("http", 4),
            Map.entry("cli", 4),
            Map.entry(TOP, 5));

    private final String house;

    private Floors(String house) {
        super("import only lower floors, and of their own floor only roots of packages");
        this.house = house;
    }

    /** The rule for all classes below a package ("org.anlan"); packages without classes yet are no fault. */
    static ArchRule of(String house) {
        return classes()
                .that()
                .resideInAnyPackage(house, house + "..")
                .should(new Floors(house))
                .allowEmptyShould(true);
    }

    @Override
    public void check(JavaClass from, ConditionEvents events) {
        if (!FLOORS.containsKey(room(from))) {
            events.add(SimpleConditionEvent.violated(from, from.getName() + " stands on no floor"));
            return;
        }
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
            complaint(from, dependency.getTargetClass().getBaseComponentType())
                    .ifPresent(reason -> events.add(
                            SimpleConditionEvent.violated(from, reason + ": " + dependency.getDescription())));
        }
    }

    private Optional<String> complaint(JavaClass from, JavaClass to) {
        if (!inHouse(to) || room(from).equals(room(to)) || !FLOORS.containsKey(room(to))) {
            return Optional.empty();
        }
        int own = FLOORS.get(room(from));
        int other = FLOORS.get(room(to));
        if (other > own) {
            return Optional.of("upwards");
        }
        boolean root = to.getPackageName().equals(house + "." + room(to));
        return other == own && !root ? Optional.of("into a neighbour's inner room") : Optional.empty();
    }

    private boolean inHouse(JavaClass type) {
        return type.getPackageName().equals(house) || type.getPackageName().startsWith(house + ".");
    }

    /** The top-level package a class belongs to ("store" for org.anlan.store.sqlite). */
    private String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(house) ? TOP : name.substring(house.length() + 1).split("\\.", 2)[0];
    }
}
