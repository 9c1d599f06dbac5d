package org.anlan.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Visibility;
import org.anlan.store.Actor;

/**
 * Who makes a request, and what they may do.
 *
 * @param actor their account's name and the address they come from; the name of somebody who is not signed in is {@code anonymous}
 * @param signedIn whether they showed who they are
 * @param sees up to what they see layers and fields
 * @param rights what they may do beside looking
 * @param regions codes of the regions (towns, bays) that they may change things in; empty = everywhere
 */
public record Caller(Actor actor, boolean signedIn, Visibility sees, Set<Right> rights, List<String> regions) {

    /** The name of somebody who is not signed in. */
    static final String ANONYMOUS = "anonymous";

    /** Somebody who is not signed in. */
    public static Caller anonymous(String from) {
        return new Caller(new Actor(ANONYMOUS, from), false, Visibility.PUBLIC, Set.of(), List.of());
    }

    /** Somebody with these roles. */
    public static Caller of(Actor actor, Set<Role> roles, List<String> regions) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Visibility sees = Visibility.INTERNAL;
        for (Role role : roles) {
            rights.addAll(role.rights());
            sees = role.sees().covers(sees) ? role.sees() : sees;
        }
        return new Caller(actor, true, sees, rights, regions);
    }

    /** The same with no other rights than these. */
    Caller within(Set<Right> fewer) {
        return new Caller(actor, signedIn, sees, Set.copyOf(fewer), regions);
    }

    /** Refuses who is not signed in: {@code not-signed-in} (401). */
    public void mustBeSignedIn() {
        if (!signedIn) {
            throw notSignedIn();
        }
    }

    /** Refuses who may not do this: {@code not-signed-in} (401), {@code not-permitted} (403). */
    public void must(Right right) {
        mustBeSignedIn();
        if (!rights.contains(right)) {
            throw new Refusal(
                    Refusal.Kind.NOT_PERMITTED,
                    "not-permitted",
                    Text.of(
                            "账户“%s”没有此操作的权限（%s）；请联系管理员。未作任何更改。",
                            "The account \"%s\" may not do this (%s); ask the administrator. Nothing was changed.",
                            actor.name(),
                            right.code()));
        }
    }

    /** Refuses who is not shown this: {@code not-signed-in} (401), {@code not-shown} (403). */
    public void mustSee(Visibility needed) {
        if (sees.covers(needed)) {
            return;
        }
        if (!signedIn) {
            throw notSignedIn();
        }
        throw new Refusal(
                Refusal.Kind.NOT_PERMITTED,
                "not-shown",
                Text.of(
                        "账户“%s”无权查看此内容；请联系管理员",
                        "This is not shown to the account \"%s\"; ask the administrator", actor.name()));
    }

    private static Refusal notSignedIn() {
        return new Refusal(
                Refusal.Kind.NOT_SIGNED_IN,
                "not-signed-in",
                Text.of("请先登录：此操作需要相应权限的账户", "Sign in first: this needs an account that may do it"));
    }

    /** Refuses who is limited to regions: {@code not-your-region} (403). What concerns the whole installation, as a layer does, is for those without limits. */
    public void mustWorkEverywhere() {
        mustWorkIn(List.of());
    }

    /** Whether they may change things in a place that lies in these regions; a place in none is for those without limits only. */
    public boolean worksIn(List<String> places) {
        return regions.isEmpty() || places.stream().anyMatch(regions::contains);
    }

    /** Refuses who may not change things there: {@code not-your-region} (403). */
    public void mustWorkIn(List<String> places) {
        if (!worksIn(places)) {
            throw new Refusal(
                    Refusal.Kind.NOT_PERMITTED,
                    "not-your-region",
                    Text.of(
                            "账户“%s”只能更改所辖区域（%s）内的内容；未作任何更改。",
                            "The account \"%s\" may change things only in its regions (%s); nothing was changed.",
                            actor.name(),
                            String.join(", ", regions)));
        }
    }
}
