package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anlan.access.Role;
import org.anlan.support.Client;
import org.anlan.support.Photo;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos and documents of the ledgers as clients see them, hostile ones among them. */
class AttachmentsEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String ALL = "/api/v1/attachments/";
    private static final String OUTFALL = "outfall/FJ-350581-0001-NY-00";

    private static Client.Answer send(String subject, String name, byte[] bytes) {
        return SERVER.admin().multipart(ALL + subject, "file", Map.of(name, bytes));
    }

    private static int count(String subject) {
        return SERVER.admin().get(ALL + subject).json().path("attachments").size();
    }

    private static byte[] office(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void thePlaceOfAPhotoIsReadAndStrippedForThePublic() {
        byte[] photo = Photo.withNotes(1, 640, 480);
        Client.Answer made = send(OUTFALL, "现场 照片.JPG", photo);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        JsonNode one = made.json();
        assertThat(one.at("/place/lat").asDouble()).isCloseTo(24 + 40 / 60.0 + 16.5 / 3600, within(1e-9));
        assertThat(one.at("/place/lon").asDouble()).isCloseTo(118 + 40 / 60.0 + 40.44 / 3600, within(1e-9));
        assertThat(one.path("name").asText()).isEqualTo("现场 照片.jpg");
        String id = one.path("id").asText();
        assertThat(id).matches("[0-9a-f]{32}");

        Client.Answer original = SERVER.admin().get(ALL + id);
        assertThat(original.bytes()).isEqualTo(photo);
        assertThat(original.header("Content-Disposition"))
                .isEqualTo(
                        "inline; filename=\"__ __.jpg\"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87.jpg");
        assertThat(original.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(original.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(original.header("Cache-Control")).contains("no-store");
        Problem.assertIs(SERVER.reader().get(ALL + id), 401, "not-signed-in");

        byte[] shown = SERVER.reader().get(ALL + id + "/public").bytes();
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Photoshop", Photo.OWNER);
        BufferedImage before = Photo.read(photo);
        BufferedImage after = Photo.read(shown);
        assertThat(after.getRGB(10, 10)).isEqualTo(before.getRGB(10, 10));
        assertThat(after.getRGB(600, 470)).isEqualTo(before.getRGB(600, 470));
    }

    @Test
    void picturesOfMarkersAreOnlyForThoseWhoAreSignedIn() {
        String id = send("marker/BHD-SH-004", "a.png", Photo.plain("png", 20, 30))
                .json()
                .path("id")
                .asText();
        for (String copy : List.of("/public", "/thumbnail")) {
            Problem.assertIs(SERVER.reader().get(ALL + id + copy), 401, "not-signed-in");
            Client.Answer shown = SERVER.as(Role.VIEWER).get(ALL + id + copy);
            assertThat(shown.status()).as(copy).isEqualTo(200);
            assertThat(shown.header("Cache-Control")).isEqualTo("private, no-cache");
        }
    }

    @Test
    void aPhotoThatLiesOnItsSideIsTurnedUpright() {
        String id = send(OUTFALL, "a.jpg", Photo.withNotes(6, 400, 200))
                .json()
                .path("id")
                .asText();
        Client.Answer answer = SERVER.reader().get(ALL + id + "/thumbnail?size=100");
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        BufferedImage small = Photo.read(answer.bytes());
        assertThat(small.getWidth()).isEqualTo(50);
        assertThat(small.getHeight()).isEqualTo(100);
        assertThat(new Color(small.getRGB(25, 10)).getRed())
                .as("what was left is up")
                .isGreaterThan(200);
        assertThat(new Color(small.getRGB(25, 90)).getBlue()).isGreaterThan(200);
        String shown = new String(SERVER.reader().get(ALL + id + "/public").bytes(), StandardCharsets.ISO_8859_1);
        assertThat(shown)
                .as("which way is up stays, and nothing else")
                .contains("Exif")
                .doesNotContain(Photo.OWNER);
        Problem.assertIs(SERVER.reader().get(ALL + id + "/thumbnail?size=5000"), 400, "bad-parameter");
    }

    @Test
    void theSameBytesAreOneAttachmentOfASubjectAndAreKeptOnce() {
        byte[] photo = Photo.plain("png", 33, 44);
        Client.Answer first = send("marker/BHD-SH-002", "a.png", photo);
        Client.Answer second = send("marker/BHD-SH-002", "b.png", photo);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(count("marker/BHD-SH-002")).isEqualTo(1);
        Client.Answer elsewhere = send("marker/BHD-SH-003", "a.png", photo);
        assertThat(elsewhere.json().path("id")).isNotEqualTo(first.json().path("id"));
        assertThat(elsewhere.json().path("sha256")).isEqualTo(first.json().path("sha256"));
    }

    @Test
    void documentsAreGivenOutButNeverShown() throws IOException {
        byte[] pdf = bytes("%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n");
        Client.Answer made = send(OUTFALL, "方案.pdf", pdf);
        assertThat(made.json().path("type").asText()).isEqualTo("application/pdf");
        String id = made.json().path("id").asText();
        assertThat(SERVER.admin().get(ALL + id).header("Content-Disposition")).startsWith("attachment; ");
        Problem.assertIs(SERVER.reader().get(ALL + id + "/public"), 404, "no-public-copy");
        Problem.assertIs(SERVER.reader().get(ALL + id + "/thumbnail"), 404, "no-public-copy");
        assertThat(send(OUTFALL, "表.xlsx", office("[Content_Types].xml", "xl/workbook.xml"))
                        .status())
                .isEqualTo(201);
        Problem.assertIs(
                send(OUTFALL, "m.docx", office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                422,
                "attachment-type");
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <!doctype html><script>alert(1)</script>, attachment-type",
        "drawing.svg, <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>, attachment-type",
        "photo.jpg, <html>not a photo</html>, attachment-type",
        "program.pdf, MZ-program, attachment-type",
        "empty.jpg, '', attachment-type"
    })
    void whatIsNothingThatIsTakenIsRefused(String name, String content, String code) {
        int before = count(OUTFALL);
        Problem.assertIs(send(OUTFALL, name, bytes(content)), 422, code);
        assertThat(count(OUTFALL)).isEqualTo(before);
    }

    @Test
    void filesThatLieAboutTheirTypeAreRefused() throws IOException {
        int before = count(OUTFALL);
        Problem.assertIs(send(OUTFALL, "a.png", Photo.plain("jpeg", 8, 8)), 422, "attachment-type");
        Problem.assertIs(send(OUTFALL, "a.pdf", Photo.plain("png", 8, 8)), 422, "attachment-type");
        Problem.assertIs(send(OUTFALL, "a.jpg.html", Photo.plain("jpeg", 8, 8)), 422, "attachment-type");
        Problem.assertIs(send(OUTFALL, "a.docx", office("x")), 422, "attachment-type");
        assertThat(count(OUTFALL)).isEqualTo(before);
    }

    @Test
    void picturesThatWouldFillTheMemoryAreRefusedByTheirHeader() {
        Problem.assertIs(send(OUTFALL, "a.png", Photo.bomb(19_999, 19_999)), 422, "image-too-large");
        Problem.assertIs(send(OUTFALL, "a.png", Photo.bomb(1, 20_001)), 422, "image-too-large");
        Problem.assertIs(send(OUTFALL, "a.png", Photo.bomb(-1, 5)), 422, "image-too-large");
    }

    @Test
    void brokenPicturesAreRefused() {
        byte[] photo = Photo.withNotes(1, 64, 64);
        Problem.assertIs(send(OUTFALL, "a.jpg", Arrays.copyOf(photo, 400)), 422, "attachment-broken");
        byte[] png = Photo.plain("png", 64, 64);
        Problem.assertIs(send(OUTFALL, "a.png", Arrays.copyOf(png, png.length - 20)), 422, "attachment-broken");
    }

    @Test
    void aPhotoOfAHundredMegabytesIsRefusedBeforeItIsKept() throws IOException {
        URI address = URI.create(SERVER.address());
        String token = SERVER.word();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            byte[] form = bytes("--b\r\n");
            out.write(bytes("POST " + ALL + OUTFALL + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 104857600\r\n\r\n"));
            out.write(form);
            out.write(new byte[(64 << 20) - form.length]);
            out.flush();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
        Problem.assertIs(send(OUTFALL, "a.jpg", new byte[33 << 20]), 413, "upload-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.jpg",
        "C:\\temp\\a.jpg, a.jpg",
        ".htaccess.jpg, htaccess.jpg",
        "a\u202Egpj.jpg, agpj.jpg",
        "con.jpg, _con.jpg",
        "a%00b.jpg, a%00b.jpg",
        "岸线-照片(1).jpeg, 岸线-照片(1).jpeg",
        "' .jpg', attachment.jpg"
    })
    void namesAreMadeSafe(String name, String safe) {
        int different = Math.abs(name.hashCode() % 97) + 3;
        Client.Answer made = send("marker/BHD-SH-004", name, Photo.plain("jpeg", different, 5));
        assertThat(made.json().path("name").asText()).as(made.text()).isEqualTo(safe);
    }

    @Test
    void onlySubjectsThatThereAreHaveAttachmentsAndStrangersAddNone() {
        byte[] photo = Photo.plain("jpeg", 9, 9);
        Problem.assertIs(send("outfall/NIX", "a.jpg", photo), 404, "unknown-subject");
        Problem.assertIs(send("case/2000-0001", "a.jpg", photo), 404, "unknown-subject");
        Problem.assertIs(send("marker/NIX", "a.jpg", photo), 404, "unknown-subject");
        Problem.assertIs(send("basemap/NIX", "a.jpg", photo), 404, "unknown-ledger");
        Problem.assertIs(SERVER.admin().get(ALL + "outfall/NIX"), 404, "unknown-subject");
        Problem.assertIs(SERVER.admin().get(ALL + "0123"), 404, "unknown-attachment");
        Problem.assertIs(
                SERVER.reader().multipart(ALL + OUTFALL, "file", Map.of("a.jpg", photo)), 401, "not-signed-in");
        Problem.assertIs(SERVER.reader().get(ALL + OUTFALL), 401, "not-signed-in");
        Problem.assertIs(SERVER.admin().multipart(ALL + OUTFALL, "other", Map.of("a.jpg", photo)), 400, "no-file");
    }

    @Test
    void thePageOfAProblemSiteShowsItsPhotos() {
        String number = SERVER.admin()
                .send(
                        "POST",
                        "/api/v1/cases",
                        "{\"site\":{\"title\":\"a\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]}}")
                .json()
                .path("number")
                .asText();
        send("case/" + number, "<b>.jpg", Photo.withNotes(8, 50, 30));
        String page =
                SERVER.admin().get("/api/v1/cases/" + number + "?format=html").text();
        assertThat(page).contains("src=\"data:image/jpeg;base64,", "_b_.jpg").doesNotContain("<b>.jpg");
        assertThat(SERVER.services()
                        .store()
                        .audit()
                        .newest()
                        .orElseThrow()
                        .what()
                        .action())
                .isEqualTo("case.attachment");
    }
}
