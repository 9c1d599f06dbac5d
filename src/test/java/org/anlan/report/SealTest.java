package org.anlan.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SealTest {

    private static String seal(String json) throws IOException {
        return Seal.of(new ObjectMapper().readTree(json));
    }

    @Test
    void theOrderOfMembersAndBlanksDoNotMatterAndAnythingElseDoes() throws IOException {
        String seal = seal("{\"a\":1,\"b\":{\"c\":[1,2],\"d\":null}}");
        assertThat(seal("{ \"b\": {\"d\":null, \"c\":[1, 2]}, \"a\": 1 }")).isEqualTo(seal);
        assertThat(seal("{\"a\":1,\"b\":{\"c\":[2,1],\"d\":null}}")).isNotEqualTo(seal);
        assertThat(seal("{\"a\":1.5,\"b\":{\"c\":[1,2],\"d\":null}}")).isNotEqualTo(seal);
    }

    @Test
    void itIsTheSha256OfTheSortedJson() throws IOException {
        // printf '{"a":1,"b":2}' | sha256sum
        assertThat(seal("{\"b\":2,\"a\":1}"))
                .isEqualTo("43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777");
    }
}
