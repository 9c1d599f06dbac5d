package org.anlan.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An OpenID Connect provider (OpenID Connect Core 1.0, authorization code flow with PKCE). Where it is asked and with which keys it signs, it says itself (Discovery 1.0); the ID
 * token has to be signed by one of them with an RSA or elliptic-curve signature, for us, now, and with our nonce.
 */
public final class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final int PATIENCE_MS = (int) Duration.ofSeconds(5).toMillis();
    private static final Set<JWSAlgorithm> SIGNATURES = signatures();

    private final Issuer issuer;
    private final ClientID client;
    private final Optional<Secret> secret;
    private final Optional<String> roleClaim;
    private Optional<Known> known = Optional.empty();

    private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /**
     * @param issuer the address that the provider calls itself
     * @param client how it knows us
     * @param secret what we show it; empty when it knows us as a public client
     * @param roleClaim the claim of the ID token that says roles or groups
     */
    public Provider(String issuer, String client, Optional<String> secret, Optional<String> roleClaim) {
        this.issuer = new Issuer(issuer);
        this.client = new ClientID(client);
        this.secret = secret.map(Secret::new);
        this.roleClaim = roleClaim;
    }

    private static Set<JWSAlgorithm> signatures() {
        Set<JWSAlgorithm> all = new HashSet<>(JWSAlgorithm.Family.RSA);
        all.addAll(JWSAlgorithm.Family.EC);
        return Set.copyOf(all);
    }

    /** Where a browser goes to sign in. Refused: {@code openid-unavailable}. */
    public URI place(Pending pending, URI back) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid", "profile"), client, back)
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(pending.state())
                .nonce(pending.nonce())
                .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who has signed in there. Refused: {@code openid-state}, {@code openid-refused}, {@code openid-token}, {@code openid-unavailable}.
     *
     * @param pending the sign-in that this browser began
     * @param back where the provider has sent it
     * @param answer the parameters that it brings along
     */
    public Identity identity(Pending pending, URI back, Map<String, List<String>> answer) {
        return identity(token(pending, back, code(pending, back, answer)));
    }

    private AuthorizationCode code(Pending pending, URI back, Map<String, List<String>> answer) {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(back, answer);
        } catch (ParseException e) {
            throw refused("openid-refused", e);
        }
        boolean elsewhere =
                response.getIssuer() != null && !response.getIssuer().equals(issuer);
        if (!pending.state().equals(response.getState()) || elsewhere) {
            throw new Refusal(
                    Refusal.Kind.NOT_PERMITTED,
                    "openid-state",
                    Text.of(
                            "这次登录不是从本浏览器开始的，或已过时；请重新登录",
                            "This sign-in was not begun in this browser, or too long ago; begin again"));
        }
        if (!response.indicatesSuccess()) {
            LOG.info(
                    "the provider answers {}",
                    response.toErrorResponse().getErrorObject().getCode());
            throw refused("openid-refused", null);
        }
        return response.toSuccessResponse().getAuthorizationCode();
    }

    private IDTokenClaimsSet token(Pending pending, URI back, AuthorizationCode code) {
        Known now = known();
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, back, pending.verifier());
        URI endpoint = now.metadata().getTokenEndpointURI();
        try {
            HTTPRequest request = secret.map(word -> isByPost(now.metadata())
                            ? new TokenRequest.Builder(endpoint, new ClientSecretPost(client, word), grant)
                            : new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, word), grant))
                    .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(PATIENCE_MS);
            request.setReadTimeout(PATIENCE_MS);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!(response instanceof OIDCTokenResponse tokens)) {
                throw refused("openid-refused", null);
            }
            return new IDTokenValidator(issuer, client, new JWSVerificationKeySelector<>(SIGNATURES, now.keys()), null)
                    .validate(tokens.getOIDCTokens().getIDToken(), pending.nonce());
        } catch (ParseException e) {
            throw refused("openid-refused", e);
        } catch (BadJOSEException | JOSEException e) {
            throw refused("openid-token", e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static boolean isByPost(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        return methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    private Identity identity(IDTokenClaimsSet claims) {
        return new Identity(
                issuer.getValue(),
                claims.getSubject().getValue(),
                Optional.ofNullable(claims.getStringClaim("preferred_username")),
                Optional.ofNullable(claims.getStringClaim("name")),
                roleClaim.map(name -> words(claims, name)).orElse(List.of()));
    }

    private static List<String> words(IDTokenClaimsSet claims, String name) {
        List<String> many = claims.getStringListClaim(name);
        return many != null
                ? many
                : Optional.ofNullable(claims.getStringClaim(name)).map(List::of).orElse(List.of());
    }

    private synchronized Known known() {
        if (known.isEmpty()) {
            try {
                OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, PATIENCE_MS, PATIENCE_MS);
                known = Optional.of(new Known(
                        metadata,
                        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL()).build()));
            } catch (GeneralException | IOException e) {
                throw unavailable(e);
            }
        }
        return known.get();
    }

    private static Refusal unavailable(Exception e) {
        LOG.warn("the OpenID Connect provider does not answer as it should", e);
        return Refusal.unavailable(
                "openid-unavailable",
                "统一身份认证服务没有正常应答，请稍后再试或用密码登录",
                "The OpenID Connect provider does not answer as it should; try again later or sign in with a password");
    }

    private static Refusal refused(String code, Exception why) {
        LOG.info("sign-in by OpenID Connect refused ({})", code, why);
        return new Refusal(
                Refusal.Kind.NOT_SIGNED_IN,
                code,
                Text.of("统一身份认证没有通过，请重新登录", "The OpenID Connect provider did not vouch for you; sign in again"));
    }
}
