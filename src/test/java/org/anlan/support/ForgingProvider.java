package org.anlan.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** An OpenID Connect provider that gives whatever ID token a test wants, right or forged. */
public final class ForgingProvider implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey foreign;
    private volatile JWT token;

    /** Starts one on a free port. */
    public ForgingProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        foreign = new RSAKeyGenerator(2048).keyID("k").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> send(
                        exchange,
                        """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "subject_types_supported":["public"],"response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}"""
                                .formatted(issuer())));
        server.createContext(
                "/keys",
                exchange -> send(exchange, new JWKSet(key).toPublicJWKSet().toString()));
        server.createContext(
                "/token",
                exchange -> send(
                        exchange,
                        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token.serialize()
                                + "\"}"));
        server.start();
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The address that it calls itself. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private JWTClaimsSet claims(String nonce, UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("s-1")
                        .audience("anlan")
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .claim("nonce", nonce))
                .build();
    }

    /** From now on gives a token that it signs itself. */
    public void giveSigned(String nonce, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        sign(key, claims(nonce, change));
    }

    /** From now on gives a token that somebody else signed under the name of its key. */
    public void giveForeign(String nonce) throws JOSEException {
        sign(foreign, claims(nonce, UnaryOperator.identity()));
    }

    private void sign(RSAKey with, JWTClaimsSet claims) throws JOSEException {
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
        signed.sign(new RSASSASigner(with));
        token = signed;
    }

    /** From now on gives a token that is not signed at all. */
    public void giveUnsigned(String nonce) {
        token = new PlainJWT(claims(nonce, UnaryOperator.identity()));
    }

    /** From now on gives a token whose signature has its public key for a secret. */
    public void giveSignedByThePublicKey(String nonce) throws JOSEException {
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k").build(), claims(nonce, UnaryOperator.identity()));
        signed.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        token = signed;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
