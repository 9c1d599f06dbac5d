package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.anlan.http.Json;
import org.anlan.store.Job;

/** Jobs as clients see them (docs/api.md). */
final class JobJson {

    private JobJson() {}

    static ObjectNode of(Job job) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("id", job.id())
                .put("kind", Json.word(job.kind()))
                .put("state", Json.word(job.state()))
                .put("queuedAt", job.queuedAt().toString())
                .put("endedAt", job.endedAt().map(Instant::toString).orElse(null))
                .put("step", job.advance().step().orElse(null))
                .put("done", job.advance().done())
                .put("of", job.advance().of().orElse(null));
        job.failure().ifPresent(why -> {
            ObjectNode failure = node.putObject("failure").put("code", why.code());
            failure.set("message", Json.mapper().valueToTree(why.text()));
        });
        return node;
    }
}
