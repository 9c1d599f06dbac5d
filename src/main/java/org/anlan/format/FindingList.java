package org.anlan.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;

/**
 * Collects what is found in one layer while it is read, in bounded memory: single findings up to a limit, and tallies, which
 * tell something that many records share ("heights dropped") once, with how many records and the first of them.
 */
public final class FindingList {

    private static final int MOST = 200;

    private final String layer;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<List<String>, Tally> tallies = new LinkedHashMap<>();
    private int more;
    private Severity worstOfMore = Severity.NOTE;

    /** An empty list for the layer of this name. */
    public FindingList(String layer) {
        this.layer = layer;
    }

    /** Adds a finding about one record (from 1); past the limit it is only counted. */
    public void record(String code, Severity severity, int record, Text text) {
        add(Finding.ofRecord(code, severity, layer, record, text));
    }

    /** Adds a finding about the file as a whole. */
    public void file(String code, Severity severity, Text text) {
        add(Finding.ofFile(code, severity, layer, text));
    }

    /** Adds a finding made elsewhere. */
    public void add(Finding finding) {
        if (kept.size() < MOST) {
            kept.add(finding);
            return;
        }
        more++;
        if (finding.severity().compareTo(worstOfMore) < 0) {
            worstOfMore = finding.severity();
        }
    }

    /** Counts a record (from 1) under a code; all of one code become one finding that carries the text given first. */
    public void tally(String code, Severity severity, int record, Text what) {
        tally(code, "", severity, record, what);
    }

    /** The same, one finding for each code and subject (a field of the layer). */
    public void tally(String code, String subject, Severity severity, int record, Text what) {
        List<String> key = List.of(code, subject);
        Tally tally = tallies.get(key);
        if (tally == null) {
            tallies.put(key, new Tally(code, severity, record, what));
        } else if (tally.last != record) {
            tally.count++;
            tally.last = record;
        }
    }

    /** Everything found so far; when there was more than the limit, the last one says how much. */
    public List<Finding> list() {
        List<Finding> all = new ArrayList<>(kept);
        tallies.values().forEach(tally -> all.add(tally.finding(layer)));
        if (more > 0) {
            all.add(Finding.ofFile(
                    "findings.more",
                    worstOfMore,
                    layer,
                    Text.of(
                            "还有 %d 条同类问题未逐条列出，请先处理已列出的问题后重新上传",
                            "%d more findings are not listed; mend those listed and hand in again", more)));
        }
        return List.copyOf(all);
    }

    private static final class Tally {
        private final String code;
        private final Severity severity;
        private final int first;
        private final Text what;
        private int last;
        private int count = 1;

        Tally(String code, Severity severity, int record, Text what) {
            this.code = code;
            this.severity = severity;
            this.first = record;
            this.last = record;
            this.what = what;
        }

        Finding finding(String layer) {
            String zh = count == 1 ? "记录 " + first + "：" : "共 " + count + " 条记录（首条为记录 " + first + "）：";
            String en = count == 1 ? "Record " + first + ": " : count + " records, the first is record " + first + ": ";
            return Finding.ofRecord(code, severity, layer, first, new Text(zh + what.zh(), en + what.en()));
        }
    }
}
