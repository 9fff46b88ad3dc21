package org.mainstay.cmdb.discovery;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON of strangers: strict, no deeper and no longer than it may be. It is read token by token, so whoever reads
/// looks for what comes after the end.
final class SafeJson {

    static final int DEEPEST = 60;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .maxStringLength(16 << 20)
                            .maxDocumentLength(Packing.MOST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private SafeJson() {}

    static BadPayload broken(JacksonException met) {
        return BadPayload.within(met, new BadPayload(Unreadable.json(met, DEEPEST)));
    }
}
