package org.anlan.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Visibility;

/** What somebody is at an installation. An account has one or several; what they may do is the sum. */
public enum Role {
    /** Looks at everything that is shown within the office. */
    VIEWER("viewer", "查看", "Viewer"),
    /** Keeps scenarios and frozen figures, opens problem sites from an impact check. */
    PLANNER("planner", "规划", "Planner"),
    /** Hands in layers, edits and restores them. */
    EDITOR("editor", "GIS 编辑", "GIS editor"),
    /** Keeps the ledgers: outfalls, readings, problem sites, boundary markers. */
    OFFICER("officer", "台账管理", "Ledger officer"),
    /** Everything, and who else may do what. */
    ADMIN("admin", "管理员", "Administrator");

    private final String code;
    private final String zh;
    private final String en;

    Role(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** The role as it is written. */
    public String code() {
        return code;
    }

    /** Its name for people. */
    public Text label() {
        return Text.of(zh, en);
    }

    /** Up to what it sees layers and fields. */
    public Visibility sees() {
        return switch (this) {
            case VIEWER, PLANNER -> Visibility.INTERNAL;
            case EDITOR, OFFICER, ADMIN -> Visibility.CONFIDENTIAL;
        };
    }

    /** What it may do beside looking. */
    public Set<Right> rights() {
        return switch (this) {
            case VIEWER -> Set.of();
            case PLANNER -> Set.of(Right.KEEP_FIGURES, Right.WORK_CASES);
            case EDITOR -> Set.of(Right.KEEP_FIGURES, Right.CHANGE_LAYERS);
            case OFFICER -> Set.of(Right.KEEP_LEDGERS, Right.WORK_CASES);
            case ADMIN -> Set.of(Right.values());
        };
    }

    /** The role of a code; empty when there is none. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /** Refuses a code that is no role's: {@code unknown-role}. */
    static void mustExist(Collection<String> codes) {
        List<String> unknown = codes.stream().filter(code -> of(code).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(
                    "unknown-role",
                    "没有角色“%s”；可用：%s",
                    "There is no role \"%s\"; there are: %s",
                    String.join(", ", unknown),
                    Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", ")));
        }
    }

    /** The roles of these codes; one that no role has any more is none. */
    static Set<Role> all(Collection<String> codes) {
        return codes.stream().flatMap(code -> of(code).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
