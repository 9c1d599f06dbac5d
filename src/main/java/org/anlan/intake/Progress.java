package org.anlan.intake;

import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.base.Text;

/** Hears how far a check or a commit has come, and may stop it. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = (step, done, of) -> {};

    /** What is being done. */
    enum Step {
        /** Records are read, looked at one by one, and compared or written. */
        READING("读取", "reading"),
        /** The layer is looked at as a whole: gaps, overlaps, what lies where. */
        CHECKING("整体检查", "checking"),
        /** What it changes is being counted and, for a commit, made durable. */
        WRITING("写入", "writing");

        private final String zh;
        private final String en;

        Step(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The words for people. */
        public Text text() {
            return new Text(zh, en);
        }

        /** The word in the API. */
        public String word() {
            return EnumWord.of(this);
        }
    }

    /**
     * Called now and then. Throwing ends the work, with nothing changed.
     *
     * @param step what is being done
     * @param done how much of it: records read, whole-layer checks made
     * @param of in all, where that is known
     */
    void at(Step step, long done, Optional<Long> of);
}
