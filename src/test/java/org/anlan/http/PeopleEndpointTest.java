package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.anlan.access.Role;
import org.anlan.store.Revision;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts, keys and the audit log through the service. */
class PeopleEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final String USERS = "/api/v1/users";
    private static final String TOKENS = "/api/v1/tokens";
    private static final String SESSION = "/api/v1/session";

    private static Client.Answer signIn(String name, String password) {
        return SERVER.reader().send("POST", SESSION, "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    @Test
    void anAccountIsMadeSignsInChangesItsPasswordAndOnlyThenWorks() {
        Client.Answer made = SERVER.admin()
                .send("POST", USERS, "{\"name\":\"zhang\",\"display\":\"张三\",\"roles\":[\"editor\",\"officer\"]}");
        assertThat(made.status()).isEqualTo(201);
        String password = made.json().path("password").asText();
        assertThat(made.json().has("stamp")).isFalse();
        Client.Answer session = signIn("zhang", password);
        assertThat(session.json().path("mustChange").asBoolean()).isTrue();
        Client zhang = SERVER.reader().showing(session.json().path("token").asText());
        for (String path : List.of("/api/v1/catalog", "/ogc/collections", "/api/v1/uploads", USERS)) {
            Problem.assertIs(zhang.get(path), 403, "password-must-change");
        }
        assertThat(zhang.get("/healthz").status()).isEqualTo(200);
        String change = "{\"current\":\"" + password + "\",\"next\":\"自己选的新密码八字\"}";
        assertThat(zhang.send("PUT", SESSION + "/password", change).status()).isEqualTo(200);
        JsonNode again = signIn("zhang", "自己选的新密码八字").json();
        assertThat(again.path("display").asText()).isEqualTo("张三");
        assertThat(again.path("rights").toString()).isEqualTo("[\"cases\",\"figures\",\"layers\",\"ledgers\"]");
        zhang = SERVER.reader().showing(again.path("token").asText());
        assertThat(zhang.get("/api/v1/uploads").status()).isEqualTo(200);
        Problem.assertIs(zhang.get(USERS), 403, "not-permitted");

        assertThat(SERVER.admin()
                        .send("PUT", USERS + "/zhang", "{\"closed\":true}")
                        .json()
                        .path("closed")
                        .asBoolean())
                .isTrue();
        Problem.assertIs(zhang.get("/api/v1/uploads"), 401, "not-signed-in");
        Problem.assertIs(signIn("zhang", "自己选的新密码八字"), 401, "wrong-password");
        assertThat(SERVER.admin().get(USERS).text()).contains("zhang").doesNotContain("argon2", "stamp");
    }

    @Test
    void anAdministratorGivesANewPasswordAndTheSessionsEnd() {
        Client viewer = SERVER.as(Role.VIEWER);
        assertThat(viewer.get(SESSION).json().path("signedIn").asBoolean()).isTrue();
        JsonNode reset = SERVER.admin()
                .send("PUT", USERS + "/viewer", "{\"resetPassword\":true}")
                .json();
        assertThat(reset.path("mustChange").asBoolean()).isTrue();
        assertThat(viewer.get(SESSION).json().path("signedIn").asBoolean()).isFalse();
        assertThat(signIn("viewer", reset.path("password").asText()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | '{}'                                        | 400 | missing-value",
                "POST | {'name':'A b','roles':['viewer']}           | 400 | bad-account-name",
                "POST | {'name':'li','roles':['boss']}              | 400 | unknown-role",
                "POST | {'name':'li','roles':[],'regions':['1']}    | 400 | unknown-region",
                "POST | {'name':'admin','roles':['viewer']}         | 409 | account-exists",
                "PUT  | {'roles':['viewer']}                        | 409 | last-admin",
                "PUT  | {'closed':true}                             | 409 | last-admin",
                "PUT  | {'password':'x'}                            | 400 | bad-json"
            })
    void whatAnAccountCannotBeIsRefused(String method, String body, int status, String code) {
        String before = SERVER.admin().get(USERS).text();
        Client.Answer answer = SERVER.admin()
                .send(method.strip(), method.strip().equals("PUT") ? USERS + "/admin" : USERS, body.replace('\'', '"'));
        Problem.assertIs(answer, status, code);
        assertThat(SERVER.admin().get(USERS).text()).isEqualTo(before);
    }

    @Test
    void aKeyActsForItsOwnerWithinItsScopesAndCannotMakeKeysOrSignOut() {
        Client editor = SERVER.as(Role.EDITOR);
        JsonNode made = editor.send("POST", TOKENS, "{\"label\":\"夜间\",\"scopes\":[\"layers\"],\"days\":7}")
                .json();
        Client key = SERVER.reader().showing(made.path("token").asText());
        assertThat(key.get("/api/v1/uploads").status()).isEqualTo(200);
        Problem.assertIs(key.send("POST", "/api/v1/coast/frozen", "{\"name\":\"a\"}"), 403, "not-permitted");
        Problem.assertIs(key.send("POST", TOKENS, "{}"), 403, "session-needed");
        Problem.assertIs(
                key.send("PUT", SESSION + "/password", "{\"current\":\"a\",\"next\":\"b\"}"), 403, "session-needed");
        JsonNode listed = editor.get(TOKENS).json().path("tokens").get(0);
        assertThat(listed.path("label").asText()).isEqualTo("夜间");
        assertThat(listed.has("token") || listed.has("hash")).isFalse();
        Problem.assertIs(SERVER.as(Role.PLANNER).get(TOKENS + "?account=editor"), 403, "not-permitted");
        String id = made.path("id").asText();
        Problem.assertIs(SERVER.as(Role.PLANNER).send("DELETE", TOKENS + "/" + id), 403, "not-permitted");
        assertThat(editor.send("DELETE", TOKENS + "/" + id).json().has("revokedAt"))
                .isTrue();
        Problem.assertIs(key.get("/api/v1/uploads"), 401, "not-signed-in");
    }

    @Test
    void whoIsLimitedToRegionsChecksAHandInOfAWholeLayerButDoesNotCommitOrTakeItBack() {
        Client limited = SERVER.as(List.of("350581101"), Role.EDITOR);
        String id =
                limited.upload(Shishi.handIn("AX2025.zip")).json().path("id").asText();
        List<Optional<Revision>> before = SERVER.newest();
        assertThat(limited.send("POST", "/api/v1/uploads/" + id + "/check", "{}")
                        .status())
                .isEqualTo(200);
        Problem.assertIs(limited.send("POST", "/api/v1/uploads/" + id + "/commit", "{}"), 403, "not-your-region");
        Problem.assertIs(
                limited.send("POST", "/api/v1/layers/coastline/rollback", "{\"revision\":3}"), 403, "not-your-region");
        assertThat(SERVER.newest()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 400",
        "Sec-Fetch-Site, none, 400",
        "Origin, https://evil.example.cn, 403",
        "Origin, null, 403",
        "Origin, HERE, 400"
    })
    void whatAPageOfAnotherSiteMakesABrowserSendIsTurnedAway(String header, String value, int status) {
        String said = value.equals("HERE") ? SERVER.address() : value;
        Client browser = SERVER.reader()
                .saying("Cookie", "anlan_session=" + SERVER.word())
                .saying(header, said);
        Client.Answer frozen = browser.send("POST", "/api/v1/coast/frozen", "{}");
        assertThat(frozen.status()).isEqualTo(status);
        assertThat(frozen.code()).isEqualTo(status == 403 ? "cross-site" : "missing-value");
        assertThat(browser.get("/api/v1/uploads").status()).as("reading").isEqualTo(200);
        assertThat(SERVER.reader()
                        .saying(header, said)
                        .send("POST", SESSION, "{}")
                        .code())
                .as("nobody is signed in from elsewhere")
                .isEqualTo(status == 403 ? "cross-site" : "missing-value");
        assertThat(SERVER.admin()
                        .saying(header, said)
                        .send("POST", "/api/v1/coast/frozen", "{}")
                        .code())
                .as("a bearer token is sent by no browser on its own")
                .isEqualTo("missing-value");
    }

    @Test
    void aCommitIsEnteredWithWhoAskedForItAndFromWhereThoughAJobMakesIt() {
        Client editor = SERVER.as(Role.EDITOR);
        String id = editor.upload(Shishi.handIn("JSXM.zip")).json().path("id").asText();
        JsonNode made = editor.send("POST", "/api/v1/uploads/" + id + "/commit", "{}")
                .json()
                .path("revisions")
                .get(0);
        JsonNode entry = SERVER.admin()
                .get("/api/v1/audit?action=revision&limit=1")
                .json()
                .path("entries")
                .get(0);
        assertThat(entry.path("revision").asLong()).isEqualTo(made.path("id").asLong());
        assertThat(entry.path("who").asText()).isEqualTo("editor");
        assertThat(entry.path("from").asText()).isEqualTo("127.0.0.1");
        assertThat(made.path("author").asText()).isEqualTo("editor");
    }

    @Test
    void theAuditLogTellsWhoDidWhatFromWhereAndIsTakenAwayAsAFile() {
        Client planner = SERVER.as(Role.PLANNER);
        planner.send("POST", "/api/v1/coast/frozen", "{\"name\":\"=年度\"}");
        planner.get("/api/v1/layers/coastline/export?format=csv");
        Problem.assertIs(signIn("planner", "wrong"), 401, "wrong-password");
        JsonNode entries =
                SERVER.admin().get("/api/v1/audit?who=planner&limit=2").json().path("entries");
        assertThat(entries.get(0).path("action").asText()).isEqualTo("export");
        assertThat(entries.get(0).path("subject").asText()).isEqualTo("coastline");
        assertThat(entries.get(1).path("action").asText()).isEqualTo("document.frozen-retention");
        assertThat(entries.findValuesAsText("from")).containsOnly("127.0.0.1");
        assertThat(SERVER.admin()
                        .get("/api/v1/audit?action=sign-in.failed&subject=planner")
                        .json()
                        .path("entries")
                        .size())
                .isPositive();
        long seq = entries.get(0).path("seq").asLong();
        assertThat(SERVER.admin()
                        .get("/api/v1/audit?before=" + seq + "&limit=1")
                        .json()
                        .path("entries")
                        .get(0)
                        .path("seq")
                        .asLong())
                .isEqualTo(seq - 1);
        String csv =
                SERVER.admin().get("/api/v1/audit?format=csv&action=document").text();
        assertThat(csv).contains("seq,at,who,from,action,subject,detail,revision,hash", "'=年度");
        assertThat(SERVER.admin().get("/api/v1/audit?format=xlsx&limit=5").status())
                .isEqualTo(200);
        assertThat(SERVER.admin()
                        .get("/api/v1/audit?action=export&subject=audit")
                        .json()
                        .path("entries")
                        .size())
                .isGreaterThanOrEqualTo(2);
        Problem.assertIs(SERVER.admin().get("/api/v1/audit?limit=0"), 400, "bad-parameter");
    }
}
