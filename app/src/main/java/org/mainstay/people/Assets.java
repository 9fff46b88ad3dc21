package org.mainstay.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Addresses of the bundled assets, which carry their hash in their name.
public final class Assets {

    private static final String MANIFEST = "/static/assets/manifest.json";

    private final Map<String, String> names;

    Assets() {
        try (InputStream manifest = Assets.class.getResourceAsStream(MANIFEST)) {
            names = manifest == null
                    ? Map.of()
                    : JsonMapper.shared().readValue(manifest, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param name as in the sources, for example `app.css`
    public String path(String name) {
        return "/assets/" + names.getOrDefault(name, name);
    }
}
