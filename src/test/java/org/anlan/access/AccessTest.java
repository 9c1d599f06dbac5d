package org.anlan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.Sha256;
import org.anlan.store.Account;
import org.anlan.store.Actor;
import org.anlan.store.AuditEntry;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in and for how long: accounts, sessions, keys, and no guessing. */
class AccessTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Actor ADMIN = new Actor("admin", "10.0.0.1");
    private static final Client HERE = new Client("10.0.0.7", "10.0.0.7");
    private static final Client THERE = new Client("10.0.0.8", "10.0.0.8");

    /** A clock that stands still until it is set. */
    private static final class SetClock extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final SetClock clock = new SetClock();
    private Installed installed;
    private Access access;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        installed = Installed.open(FilledStore.make(folder.resolve("data"), List.of(FilledStore.COAST.get(0))));
        access = node();
    }

    @AfterEach
    void close() {
        access.close();
        installed.close();
    }

    /** Another process on the same store. */
    private Access node() {
        return new Access(installed.catalog(), installed.store(), AnonymousAccess.READ, Optional.empty(), clock);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private String first() {
        return access.accounts().first().orElseThrow();
    }

    private String signIn(String name, String password) {
        return access.signIn(Optional.of(name), password, HERE).word();
    }

    private Showing showing(String word) {
        return access.showing(Optional.of(word), "10.0.0.7");
    }

    private boolean in(String word) {
        return showing(word).caller().signedIn();
    }

    private String added(String name, String... roles) {
        return access.accounts()
                .add(name, new Accounts.Profile("", List.of(roles), List.of()), ADMIN)
                .password()
                .orElseThrow();
    }

    private List<String> entered() {
        access.trail().settle();
        List<String> all = new ArrayList<>();
        installed
                .store()
                .audit()
                .all(entry -> all.add(entry.what().action() + " " + entry.what().subject() + " from "
                        + entry.actor().from()));
        return all;
    }

    @Test
    void theFirstPasswordIsToldOnceAndHasToBeChanged() {
        String password = first();
        assertThat(password).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        assertThat(access.accounts().first()).isEmpty();
        Access.Session session = access.signIn(Optional.empty(), password, HERE);
        assertThat(session.expiresAt()).isEqualTo(START.plus(Duration.ofHours(12)));
        assertThat(showing(session.word()).mustChange()).isTrue();
        access.changePassword(session.account(), password, "自己选的新密码八字", HERE);
        assertThat(showing(signIn("admin", "自己选的新密码八字")).mustChange()).isFalse();
    }

    @Test
    void theAdministratorOfAnOlderStoreKeepsTheirPassword() {
        installed.store().settings().put("admin.password", new Passwords().hash("the old password"));
        assertThat(access.accounts().first()).isEmpty();
        assertThat(showing(signIn("admin", "the old password")).mustChange()).isFalse();
        assertThat(installed.store().settings().get("admin.password")).contains("");
        assertThat(access.accounts().first()).isEmpty();
    }

    @Test
    void aPasswordIsKeptAsAnArgon2idHashOnlyAndASessionAsTheHashOfItsWord() {
        String password = first();
        Account admin = access.accounts().find("admin");
        assertThat(admin.password().orElseThrow()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        String word = signIn("admin", password);
        assertThat(word).hasSize(43);
        assertThat(installed.store().people().session(word)).isEmpty();
        assertThat(installed.store().people().session(Sha256.of(word))).isPresent();
    }

    @Test
    void aWrongPasswordIsRefusedAsAnUnknownNameIs() {
        String password = first();
        Set<String> told = new HashSet<>();
        List<String[]> tries = List.of(
                new String[] {"admin", ""},
                new String[] {"admin", password + "x"},
                new String[] {"admin", password.toUpperCase(Locale.ROOT)},
                new String[] {"admin", "x".repeat(5_000)},
                new String[] {"nobody", password},
                new String[] {"\0,'\"", password});
        for (String[] pair : tries) {
            assertThatThrownBy(() -> access.signIn(
                            Optional.of(pair[0]), pair[1], new Client(pair[0] + pair[1], pair[0] + pair[1])))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> told.add(refusal.getMessage()));
        }
        assertThat(told).singleElement().asString().startsWith("wrong-password");
        assertThat(in(signIn("admin", password))).isTrue();
    }

    @Test
    void afterFiveWrongPasswordsAClientWaitsAMinute() {
        String password = first();
        for (int i = 0; i < 5; i++) {
            assertRefused("wrong-password", () -> signIn("admin", "wrong"));
        }
        assertRefused("too-many-tries", () -> signIn("admin", password));
        assertThat(access.signIn(Optional.empty(), password, THERE))
                .as("another client")
                .isNotNull();
        clock.pass(Duration.ofSeconds(59));
        assertRefused("too-many-tries", () -> signIn("admin", password));
        clock.pass(Duration.ofSeconds(1));
        assertThat(in(signIn("admin", password))).isTrue();
    }

    @Test
    void afterTwentyWrongPasswordsFromAnywhereAnAccountWaitsAndSoDoesANameThatNobodyHas() {
        String password = first();
        for (String name : List.of("admin", "nobody")) {
            for (int i = 0; i < 20; i++) {
                Client client = new Client("10.1.0." + i, "10.1." + name + i);
                assertRefused("wrong-password", () -> access.signIn(Optional.of(name), "wrong", client));
            }
            assertRefused("too-many-tries", () -> access.signIn(Optional.of(name), password, THERE));
        }
        assertThat(entered())
                .contains(
                        "sign-in.failed admin from 10.1.0.0",
                        "sign-in.locked admin from 10.1.0.19",
                        "sign-in.failed  from 10.1.0.3");
        clock.pass(Duration.ofMinutes(15));
        assertThat(access.signIn(Optional.empty(), password, THERE)).isNotNull();
    }

    @Test
    void aSessionEndsByItselfAtSignOutAndWithThePassword() {
        String password = first();
        String out = signIn("admin", password);
        String other = signIn("admin", password);
        access.signOut(out, ADMIN);
        assertThat(in(out)).as("a word that is shown again").isFalse();
        assertThat(in(other)).isTrue();
        clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(in(other)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(in(other)).isFalse();
        String last = signIn("admin", password);
        access.changePassword(access.accounts().find("admin"), password, "long enough", HERE);
        assertThat(in(last)).isFalse();
        assertRefused("wrong-password", () -> signIn("admin", password));
        assertThat(entered())
                .contains(
                        "sign-in admin from 10.0.0.7",
                        "sign-out admin from 10.0.0.1",
                        "account.change admin from 10.0.0.7",
                        "sign-in.failed admin from 10.0.0.7");
    }

    @Test
    void anotherNodeAgreesWithinSeconds() {
        String word = signIn("admin", first());
        Access other = node();
        assertThat(other.showing(Optional.of(word), "").caller().signedIn()).isTrue();
        access.signOut(word, ADMIN);
        clock.pass(Duration.ofSeconds(3));
        assertThat(other.showing(Optional.of(word), "").caller().signedIn()).isFalse();
        other.close();
    }

    @Test
    void anAccountThatIsClosedIsOutAtOnceWithItsSessionsAndKeys() {
        first();
        String password = added("zhang", "editor");
        String word = signIn("zhang", password);
        Keys.Made key =
                access.keys().add(access.accounts().find("zhang"), new Keys.Wanted("夜间", List.of("layers"), 1), ADMIN);
        assertThat(in(word)).isTrue();
        assertThat(in(key.secret())).isTrue();
        access.accounts().change("zhang", closed(true), ADMIN);
        assertThat(in(word)).isFalse();
        assertThat(in(key.secret())).isFalse();
        assertRefused("wrong-password", () -> signIn("zhang", password));
        access.accounts().change("zhang", closed(false), ADMIN);
        assertThat(in(word)).as("the sessions of before do not come back").isFalse();
        assertThat(in(signIn("zhang", password))).isTrue();
    }

    private static Accounts.Change closed(boolean shut) {
        return new Accounts.Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(shut), false);
    }

    private static Accounts.Change roles(String... roles) {
        return new Accounts.Change(
                Optional.empty(), Optional.of(List.of(roles)), Optional.empty(), Optional.empty(), false);
    }

    @Test
    void theLastAdministratorStays() {
        first();
        assertRefused("last-admin", () -> access.accounts().change("admin", closed(true), ADMIN));
        assertRefused("last-admin", () -> access.accounts().change("admin", roles("viewer"), ADMIN));
        added("second", "admin");
        access.accounts().change("admin", roles("viewer"), ADMIN);
        assertRefused("last-admin", () -> access.accounts().change("second", closed(true), ADMIN));
        assertThat(access.accounts().find("second").closed()).isFalse();
    }

    @Test
    void whatAnAccountCannotBeIsRefusedWithWhatThereIs() {
        first();
        assertThatThrownBy(() -> added("zhang", "boss"))
                .hasMessageContaining("unknown-role")
                .hasMessageContaining("officer");
        assertThatThrownBy(() -> access.accounts()
                        .add("zhang", new Accounts.Profile("", List.of("viewer"), List.of("999")), ADMIN))
                .hasMessageContaining("unknown-region")
                .hasMessageContaining("350581");
        for (String name : List.of("", "Zhang", "a b", "a,b", "anonymous", "x".repeat(65), "\uFF41dmin", ".a")) {
            assertRefused("bad-account-name", () -> added(name, "viewer"));
        }
        added("张三", "viewer");
        assertRefused("account-exists", () -> added("张三", "viewer"));
        assertRefused("unknown-account", () -> access.accounts().change("li", closed(true), ADMIN));
        String password = added("wang", "viewer");
        Account wang = access.accounts().find("wang");
        assertRefused("weak-password", () -> access.changePassword(wang, password, "1234567", HERE));
        assertRefused("weak-password", () -> access.changePassword(wang, password, "x".repeat(201), HERE));
        assertRefused("same-password", () -> access.changePassword(wang, password, password, HERE));
    }

    @Test
    void aKeyDoesWhatItsScopesAndItsOwnerMay() {
        first();
        added("zhang", "editor");
        Account zhang = access.accounts().find("zhang");
        Keys.Made key = access.keys().add(zhang, new Keys.Wanted("夜间脚本", List.of("layers"), 30), ADMIN);
        assertThat(key.secret()).startsWith("anlan_key_").hasSize(53);
        assertThat(key.key().hash()).isEqualTo(Sha256.of(key.secret()));
        assertThat(showing(key.secret()).caller().rights()).containsExactly(Right.CHANGE_LAYERS);
        assertThat(showing(key.secret()).sessionEnd()).isEmpty();
        Keys.Made reader = access.keys().add(zhang, new Keys.Wanted("读", List.of("read"), 30), ADMIN);
        assertThat(showing(reader.secret()).caller().rights()).isEmpty();
        assertThat(showing(reader.secret()).caller().sees()).isEqualTo(Role.EDITOR.sees());
        access.accounts().change("zhang", roles("viewer"), ADMIN);
        assertThat(showing(key.secret()).caller().rights())
                .as("never more than its owner")
                .isEmpty();
        clock.pass(Duration.ofDays(30));
        assertThat(in(key.secret())).isFalse();
    }

    @Test
    void aKeyThatIsTakenBackIsDeadAtOnce() {
        first();
        Keys.Made key =
                access.keys().add(access.accounts().find("admin"), new Keys.Wanted("a", List.of("admin"), 1), ADMIN);
        assertThat(in(key.secret())).isTrue();
        access.keys().revoke(access.keys().find(key.key().id()), ADMIN);
        assertThat(in(key.secret())).isFalse();
        assertRefused("unknown-key", () -> access.keys().find("nix"));
    }

    @Test
    void aKeyThatCannotBeIsRefused() {
        first();
        added("zhang", "viewer");
        Account zhang = access.accounts().find("zhang");
        assertRefused("unknown-scope", () -> key(zhang, "a", List.of("all"), 1));
        assertRefused("unknown-scope", () -> key(zhang, "a", List.of(), 1));
        assertRefused("scope-not-held", () -> key(zhang, "a", List.of("layers"), 1));
        assertRefused("bad-value", () -> key(zhang, " ", List.of("read"), 1));
        assertRefused("bad-value", () -> key(zhang, "a", List.of("read"), 0));
        assertRefused("bad-value", () -> key(zhang, "a", List.of("read"), 367));
        assertThat(access.keys().of("zhang")).isEmpty();
    }

    private void key(Account owner, String label, List<String> scopes, int days) {
        access.keys().add(owner, new Keys.Wanted(label, scopes, days), ADMIN);
    }

    @Test
    void whatIsNoWordOfOursIsNobody() {
        first();
        for (String word : List.of("", ".", "a.b.c", "anlan_key_", "anlan_key_x", "%s%s", "岸澜", "x".repeat(100_000))) {
            assertThat(in(word)).as(word).isFalse();
        }
    }

    @Test
    void whatWasNotedIsOnDiskWhenTheServiceHasEnded() {
        for (int i = 0; i < 50; i++) {
            access.trail().note(ADMIN, AuditEntry.What.of("export", "coastline", "r" + i));
        }
        access.close();
        assertThat(installed.store().audit().newest().orElseThrow().what().detail())
                .isEqualTo("r49");
    }
}
