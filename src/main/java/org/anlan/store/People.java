package org.anlan.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts of an installation, the keys of their programs, and who is signed in. Every change of accounts and keys is an entry of the {@link AuditLog} too. */
public interface People {

    /** Makes an account. Refused ({@code account-exists}) when the name is taken. */
    void add(Account account, Actor actor);

    /** Changes an account of this name. */
    void change(Account account, Actor actor);

    /** The account of this name. */
    Optional<Account> find(String name);

    /** The account of somebody at an OpenID Connect provider. */
    Optional<Account> byIdentity(String identity);

    /** All accounts, by name. */
    List<Account> all();

    /** Keeps a key. */
    void add(ApiToken token, Actor actor);

    /** Takes a key back; nothing happens when it was taken back before. */
    void revoke(String tokenId, Instant at, Actor actor);

    /** The key whose secret has this hash. */
    Optional<ApiToken> tokenByHash(String hash);

    /** The keys of an account, the newest first. */
    List<ApiToken> tokensOf(String account);

    /** Keeps a session, and drops those that ended before it began. */
    void begin(SignedIn session);

    /** The session that has this hash; it may have ended. */
    Optional<SignedIn> session(String hash);

    /** Ends a session. */
    void end(String hash);
}
