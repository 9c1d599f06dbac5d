package org.anlan.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.LayerDefinition;
import org.locationtech.jts.geom.Geometry;

/** Gives features their ids, and finds those that two records of a hand-in share. */
final class FeatureIds {

    private final LayerDefinition layer;
    private final int[] idAt;
    private final Map<String, Integer> records = new HashMap<>();

    FeatureIds(LayerDefinition layer) {
        this.layer = layer;
        this.idAt = layer.idFields().stream().mapToInt(layer::indexOf).toArray();
    }

    /**
     * The id of a feature: the values of the layer's id fields joined by "@", or one made from the content where the layer has none. Empty, with an error
     * in the log, when a part is missing or another record has the same.
     */
    Optional<String> idOf(Object[] values, Optional<Geometry> geometry, String source, int record, FindingLog log) {
        String id = idAt.length == 0 ? generated(values, geometry) : joined(values);
        if (id.isEmpty()) {
            log.add(Finding.ofRecord(
                    "id.missing",
                    Severity.ERROR,
                    source,
                    record,
                    Text.of("缺少编号字段（%s）的值。", "The id (%s) has no value.", String.join(", ", layer.idFields()))));
            return Optional.empty();
        }
        Integer earlier = records.putIfAbsent(id, record);
        if (earlier != null) {
            log.add(Finding.ofRecord(
                            "id.duplicate",
                            Severity.ERROR,
                            source,
                            record,
                            Text.of("编号“%s”与第 %d 条记录重复。", "The id \"%s\" is that of record %d too.", id, earlier))
                    .about(id));
            return Optional.empty();
        }
        return Optional.of(id);
    }

    private String joined(Object[] values) {
        StringJoiner id = new StringJoiner("@");
        for (int at : idAt) {
            if (values[at] == null) {
                return "";
            }
            id.add(values[at].toString());
        }
        return id.toString();
    }

    private String generated(Object[] values, Optional<Geometry> geometry) {
        String content =
                Arrays.toString(values) + geometry.map(Geometry::toText).orElse("");
        String id =
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
        int copy = 1;
        while (records.containsKey(copy == 1 ? id : id + "-" + copy)) {
            copy++;
        }
        return copy == 1 ? id : id + "-" + copy;
    }
}
