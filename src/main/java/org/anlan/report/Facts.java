package org.anlan.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Text;

/** Single values with their names. */
public record Facts(List<Fact> facts) implements Block {

    /**
     * One value.
     *
     * @param name what it is
     * @param value see {@link Block}
     * @param unit of a number
     */
    public record Fact(Text name, Object value, Unit unit) {}

    /** None yet; add with {@link #and}. */
    public static Facts none() {
        return new Facts(List.of());
    }

    /** These and one more. */
    public Facts and(Text name, Object value, Unit unit) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(new Fact(name, value, unit));
        return new Facts(List.copyOf(more));
    }

    /** These and the seal of a result ({@link Seal}): the last thing that a document rests on. */
    public Facts sealed(JsonNode result) {
        return and(new Text("结果校验码（SHA-256）", "Seal of the result (SHA-256)"), Seal.of(result));
    }

    /** These and one more that is no measure. */
    public Facts and(Text name, Object value) {
        return and(name, value, Unit.NONE);
    }
}
