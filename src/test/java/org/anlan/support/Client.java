package org.anlan.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** A client of the service, as a script would be one. */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final String BOUNDARY = "----a-boundary-of-the-tests";

    private final String address;
    private final Optional<String> token;
    private final Map<String, String> headers;

    Client(String address, Optional<String> token) {
        this(address, token, Map.of());
    }

    private Client(String address, Optional<String> token, Map<String, String> headers) {
        this.address = address;
        this.token = token;
        this.headers = headers;
    }

    /** The same client, whose requests all have one more header. */
    public Client saying(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Client(address, token, more);
    }

    /** A client without a session of the service at this address. */
    public static Client at(String address) {
        return new Client(address, Optional.empty());
    }

    /** The same client signed in with the administrator's first password, or with the one that it chooses in its place. */
    public Client signedIn(String password) {
        String chosen = password + "-chosen";
        Answer first = signIn(password);
        if (first.status() == 401) {
            return with(signIn(chosen));
        }
        Client client = with(first);
        if (!first.json().path("mustChange").asBoolean()) {
            return client;
        }
        client.send(
                "PUT", "/api/v1/session/password", "{\"current\":\"" + password + "\",\"next\":\"" + chosen + "\"}");
        return with(signIn(chosen));
    }

    private Answer signIn(String password) {
        return send("POST", "/api/v1/session", "{\"password\":\"" + password + "\"}");
    }

    /** The same client, showing the word of the session that this answer began. */
    private Client with(Answer session) {
        if (session.status() != 200) {
            throw new AssertionError(session.text());
        }
        return showing(session.json().path("token").asText());
    }

    /** The same client, showing this word. */
    public Client showing(String word) {
        return new Client(address, Optional.of(word), headers);
    }

    /**
     * What came back.
     *
     * @param status the status code
     * @param headers the headers
     * @param bytes the body as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, HttpHeaders headers, byte[] bytes) {

        /** The body as UTF-8 text. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(bytes);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + text(), e);
            }
        }

        /** The body unpacked. */
        public byte[] unzipped() {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A header's value; blank when it is not there. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The code of a problem. */
        public String code() {
            return json().path("code").asText();
        }
    }

    /** Asks for an address below the root ("/healthz"). */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), UnaryOperator.identity());
    }

    /** Asks for an address with another header. */
    public Answer get(String path, String header, String value) {
        return send("GET", path, BodyPublishers.noBody(), request -> request.header(header, value));
    }

    /** Sends a request without a body. */
    public Answer send(String method, String path) {
        return send(method, path, BodyPublishers.noBody(), UnaryOperator.identity());
    }

    /** Sends a request without a body and with another header. */
    public Answer send(String method, String path, String header, String value) {
        return send(method, path, BodyPublishers.noBody(), request -> request.header(header, value));
    }

    /** Sends a body that says it is JSON. */
    public Answer send(String method, String path, String body) {
        return send(
                method,
                path,
                BodyPublishers.ofString(body),
                request -> request.header("Content-Type", "application/json"));
    }

    /** Sends a body of another type. */
    public Answer post(String path, String contentType, byte[] body) {
        return send(
                "POST", path, BodyPublishers.ofByteArray(body), request -> request.header("Content-Type", contentType));
    }

    /** Sends a file as the page does. */
    public Answer upload(Path file) {
        try {
            return upload(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends bytes as a file of this name. */
    public Answer upload(String fileName, byte[] bytes) {
        return multipart("file", fileName, bytes);
    }

    /** Sends bytes as a file in a field of a form. */
    public Answer multipart(String field, String fileName, byte[] bytes) {
        return multipart(field, Map.of(fileName, bytes));
    }

    /** Sends several files by their names, each in a field of this name. */
    public Answer multipart(String field, Map<String, byte[]> files) {
        return multipart("/api/v1/uploads", field, files);
    }

    /** The same, to another address. */
    public Answer multipart(String path, String field, Map<String, byte[]> files) {
        return form(path, field, files, Map.of());
    }

    /** Sends files by their names, each in a field of this name, and fields with texts. */
    public Answer form(String path, String field, Map<String, byte[]> files, Map<String, String> texts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> part(body, field, name, bytes));
        texts.forEach((name, text) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return post(path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String field, String fileName, byte[] bytes) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(
            String method, String path, BodyPublisher body, UnaryOperator<HttpRequest.Builder> withHeaders) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::header);
        token.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
        try {
            HttpResponse<byte[]> response = HTTP.send(withHeaders.apply(request).build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
