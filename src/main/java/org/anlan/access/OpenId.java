package org.anlan.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.access.openid.Identity;
import org.anlan.access.openid.Pending;
import org.anlan.access.openid.Provider;
import org.anlan.base.Refusal;
import org.anlan.base.Sha256;
import org.anlan.base.Text;
import org.anlan.store.Account;
import org.anlan.store.AuditEntry;
import org.anlan.store.People;

/**
 * Sign-in by OpenID Connect. An account is found by issuer and subject, never by a name or an e-mail address, and made when somebody comes for the first time. Where the provider says
 * roles, those of the account follow it at each sign-in; else an administrator gives them.
 */
public final class OpenId {

    private final OpenIdSettings settings;
    private final Provider provider;
    private final Access access;
    private final People people;

    OpenId(OpenIdSettings settings, Access access, People people) {
        this.settings = settings;
        this.provider = new Provider(settings.issuer(), settings.client(), settings.secret(), settings.roleClaim());
        this.access = access;
        this.people = people;
    }

    /**
     * A sign-in that begins.
     *
     * @param place where the browser goes
     * @param kept what it keeps until it comes back
     */
    public record Begun(URI place, String kept) {}

    /** Begins a sign-in. Refused: {@code openid-unavailable}. */
    public Begun begin(URI back) {
        Pending pending = Pending.begin();
        return new Begun(provider.place(pending, back), pending.written());
    }

    /**
     * Ends a sign-in with a session. Refused: {@code openid-state}, {@code openid-refused}, {@code openid-token}, {@code openid-unavailable}, {@code account-closed}, {@code no-role}.
     *
     * @param kept what the browser kept
     * @param back where the provider has sent it
     * @param answer the parameters that it brings along
     */
    public Access.Session end(String kept, URI back, Map<String, List<String>> answer, Client client) {
        Pending pending = Pending.read(kept).orElseThrow(OpenId::notBegun);
        try {
            Identity identity = provider.identity(pending, back, answer);
            Account account = people.byIdentity(identity.key())
                    .map(known -> followed(known, identity, client))
                    .orElseGet(() -> made(identity, client));
            return access.begin(account, client, "openid");
        } catch (Refusal refusal) {
            access.trail()
                    .note(
                            client.as(Caller.ANONYMOUS),
                            AuditEntry.What.of("sign-in.failed", "", "openid " + refusal.code()));
            throw refusal;
        }
    }

    private static Refusal notBegun() {
        return new Refusal(
                Refusal.Kind.NOT_PERMITTED,
                "openid-state",
                Text.of(
                        "这次登录不是从本浏览器开始的，或已过时；请重新登录",
                        "This sign-in was not begun in this browser, or too long ago; begin again"));
    }

    private Account followed(Account known, Identity identity, Client client) {
        if (known.closed()) {
            throw new Refusal(
                    Refusal.Kind.NOT_PERMITTED,
                    "account-closed",
                    Text.of("账户“%s”已停用", "The account \"%s\" is closed", known.name()));
        }
        if (settings.roleClaim().isEmpty()) {
            return known;
        }
        List<String> roles = roles(identity);
        return roles.equals(known.roles())
                ? known
                : access.accounts()
                        .change(
                                known.name(),
                                new Accounts.Change(
                                        Optional.empty(),
                                        Optional.of(roles),
                                        Optional.empty(),
                                        Optional.empty(),
                                        false),
                                client.as(known.name()))
                        .account();
    }

    private Account made(Identity identity, Client client) {
        List<String> roles = roles(identity);
        String name = name(identity);
        String display = identity.display().orElse(name);
        return access.accounts()
                .addFrom(
                        identity.key(),
                        name,
                        new Accounts.Profile(display.substring(0, Math.min(100, display.length())), roles, List.of()),
                        client.as(name));
    }

    /** The name that they have there, when it can be one here and is free; else one from their identity. */
    private String name(Identity identity) {
        return identity.name()
                .filter(AccountNames::fit)
                .filter(name -> people.find(name).isEmpty())
                .orElseGet(() -> "openid-" + Sha256.of(identity.key()).substring(0, 12));
    }

    private List<String> roles(Identity identity) {
        List<String> said = identity.words().stream()
                .flatMap(word -> Optional.ofNullable(settings.roles().get(word))
                        .or(() -> Optional.of(word)
                                .filter(code -> Role.of(code).isPresent()
                                        && settings.roles().isEmpty()))
                        .stream())
                .distinct()
                .sorted()
                .toList();
        List<String> roles = said.isEmpty()
                ? Stream.ofNullable(settings.defaultRole().orElse(null)).toList()
                : said;
        if (roles.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.NOT_PERMITTED,
                    "no-role",
                    Text.of("您在本系统没有角色；请联系管理员", "You have no role here; ask the administrator"));
        }
        return roles;
    }
}
