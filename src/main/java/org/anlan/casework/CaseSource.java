package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.anlan.base.EnumWord;
import org.anlan.base.Text;

/**
 * Where a problem site comes from.
 *
 * @param kind how it was found
 * @param facts what it rests on, as docs/cases.md says for each kind
 */
public record CaseSource(Kind kind, ObjectNode facts) {

    /** How a problem site is found. */
    public enum Kind {
        /** Somebody saw it. */
        MANUAL("人工登记", "entered by hand"),
        /** An impact check of a site met something. */
        IMPACT("选址预检", "impact check"),
        /** A reading at an outfall is above its limit. */
        EXCEEDANCE("监测超标", "reading above its limit"),
        /** Natural coast became artificial between two surveys. */
        CHANGE("岸线变化", "comparison of coast surveys"),
        /** Two revisions of a layer differ: natural coast is so no more, an area is smaller or larger. */
        REVISION("修订比对", "comparison of revisions");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The word for it ("impact"). */
        public String word() {
            return EnumWord.of(this);
        }

        /** What it is called. */
        public Text label() {
            return new Text(zh, en);
        }

        /** The kind of this word; refused ({@code bad-parameter}). */
        public static Kind of(String word) {
            return EnumWord.named(
                    Kind.class, word, "bad-parameter", "没有来源“%s”；可用：%s", "There is no source \"%s\"; there are: %s");
        }
    }
}
