package org.mainstay.authorisation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.authorisation.Matrix.Visitor;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import tools.jackson.databind.json.JsonMapper;

/// The cast as the visitors of the matrix, with what proves who they are.
final class Visitors {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// An agent whose tokens are tried, and who has nothing to do with any record.
    private static final String TOKENS = "otto";

    /// For a record of organisation one, of the group Network, that concerns max.
    static final Map<Visitor, String> OF_ONE = names("tim", "olga", "eve", "max", "sam", "nina");

    /// For a record of organisation two, of its only group, that concerns tim.
    static final Map<Visitor, String> OF_TWO = names("max", "sam", null, "tim", null, "olga");

    private final Client client;
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> csrf = new HashMap<>();
    private final Map<Visitor, String> tokens = new EnumMap<>(Visitor.class);

    Visitors(int port) {
        client = new Client(port);
        for (String name : OF_ONE.values()) {
            signIn(name);
        }
        signIn("ada");
        tokens.put(Visitor.NARROW, token("{\"name\":\"narrow\",\"scopes\":[\"knowledge:read\"]}"));
        tokens.put(Visitor.READING, token("{\"name\":\"reading\",\"read_only\":true}"));
    }

    private void signIn(String name) {
        cookies.put(name, client.signIn(name, Cast.PASSWORD));
        csrf.put(name, client.csrf(need(cookies, name)));
    }

    private String token(String wish) {
        var answer = client.send(
                "POST",
                "/api/v1/tokens",
                wish,
                "Authorization",
                Client.basic(TOKENS, Cast.PASSWORD),
                "Content-Type",
                "application/json");
        return MAPPER.readTree(answer.body()).get("token").stringValue();
    }

    private static Map<Visitor, String> names(
            String stranger,
            String outsider,
            @Nullable String colleague,
            String caller,
            @Nullable String agent,
            String member) {
        var names = new EnumMap<Visitor, String>(Visitor.class);
        names.put(Visitor.STRANGER, stranger);
        names.put(Visitor.OUTSIDER, outsider);
        names.put(Visitor.CALLER, caller);
        names.put(Visitor.MEMBER, member);
        names.put(Visitor.ADMIN, "ada");
        if (colleague != null) {
            names.put(Visitor.COLLEAGUE, colleague);
        }
        if (agent != null) {
            names.put(Visitor.AGENT, agent);
            names.put(Visitor.NARROW, TOKENS);
            names.put(Visitor.READING, TOKENS);
        }
        return names;
    }

    /// What a call carries: passwords and tokens to the API, sessions to pages.
    String[] proof(Visitor visitor, Map<Visitor, String> names, boolean api) {
        return switch (visitor) {
            case NOBODY -> new String[0];
            case NARROW, READING -> new String[] {"Authorization", "Bearer " + need(tokens, visitor)};
            case STRANGER, OUTSIDER, COLLEAGUE, CALLER, AGENT, MEMBER, ADMIN -> {
                var name = need(names, visitor);
                yield api
                        ? new String[] {"Authorization", Client.basic(name, Cast.PASSWORD)}
                        : new String[] {"Cookie", need(cookies, name), "X-CSRF-Token", need(csrf, name)};
            }
        };
    }

    String cookie(String name) {
        return need(cookies, name);
    }

    String csrf(String name) {
        return need(csrf, name);
    }

    private static <K> String need(Map<K, String> map, K key) {
        return Objects.requireNonNull(map.get(key), String.valueOf(key));
    }
}
