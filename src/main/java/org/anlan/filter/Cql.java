package org.anlan.filter;

/** Reads filters in CQL2. What cannot be read is refused ({@code bad-filter}) with its place and what should stand there. */
public final class Cql {

    /** The most characters of a filter. */
    public static final int MOST_CHARACTERS = 64 << 10;

    private Cql() {}

    /** A filter as CQL2 text: {@code "岸线类型" = '砂质岸线' AND length_m > 200}. */
    public static Parsed text(String text, Queryables queryables) {
        return new Parsed(whole(CqlText.read(bounded(text), queryables)), queryables);
    }

    /** A filter as CQL2 JSON. */
    public static Parsed json(String text, Queryables queryables) {
        return new Parsed(whole(CqlJson.read(bounded(text), queryables)), queryables);
    }

    private static String bounded(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw Where.character(MOST_CHARACTERS)
                    .wrong("过滤条件超过 %d 个字符", "the filter has more than %d characters", MOST_CHARACTERS);
        }
        return text;
    }

    private static Expression whole(Expression expression) {
        if (expression.kind() != Kind.BOOLEAN) {
            throw expression
                    .where()
                    .wrong(
                            "条件应为真假值，这里是%1$s",
                            "a filter is true or false, this is %2$s",
                            expression.kind().words().zh(),
                            expression.kind().words().en());
        }
        return expression;
    }

    /** A filter whose names and kinds were found right. */
    public static final class Parsed {
        private final Expression expression;
        private final Queryables queryables;

        private Parsed(Expression expression, Queryables queryables) {
            this.expression = expression;
            this.queryables = queryables;
        }

        Expression expression() {
            return expression;
        }

        Queryables queryables() {
            return queryables;
        }

        @Override
        public String toString() {
            return expression.toString();
        }
    }
}
