package org.anlan.coast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.base.Text;

/**
 * Scale and source of a survey, as its segments state them. A coarser survey is shorter, so figures of surveys are comparable only at the same scale.
 *
 * @param scales denominators of the scales, 5000 for 1:5000
 * @param stated whether every segment states a scale
 * @param sources where the survey comes from, in words
 */
public record SurveySource(SortedSet<Long> scales, boolean stated, SortedSet<String> sources) {

    /** Nothing is stated. */
    static final SurveySource UNKNOWN = new SurveySource(new TreeSet<>(), false, new TreeSet<>());

    /** "1:5000", "1：5 000", "1/5000", "5000". */
    private static final Pattern SCALE = Pattern.compile("(?:1\\s*[:：∶/])?\\s*([0-9][0-9 ,，]{0,12})");

    /** Takes what the segments state. */
    public static final class Collecting {

        private final SortedSet<Long> scales = new TreeSet<>();
        private final SortedSet<String> sources = new TreeSet<>();
        private final Map<String, Long> read = new HashMap<>();
        private boolean stated = true;
        private boolean any;

        public void add(String scale, String source) {
            any = true;
            long denominator = read.computeIfAbsent(scale, SurveySource::denominator);
            if (denominator > 0) {
                scales.add(denominator);
            } else {
                stated = false;
            }
            if (!source.isEmpty()) {
                sources.add(source);
            }
        }

        public SurveySource all() {
            return new SurveySource(scales, any && stated, sources);
        }
    }

    /** The denominator of a scale as people write it; 0 when it is none. */
    static long denominator(String scale) {
        Matcher matcher = SCALE.matcher(scale.strip());
        return matcher.matches() ? Long.parseLong(matcher.group(1).replaceAll("[ ,，]", "")) : 0;
    }

    /** The scale in words: "1:5000"; several where there are several. */
    public Text words() {
        List<String> zh = new ArrayList<>();
        scales.forEach(scale -> zh.add("1:" + scale));
        List<String> en = new ArrayList<>(zh);
        if (!stated) {
            zh.add("未登记");
            en.add("not stated");
        }
        return new Text(String.join("、", zh), String.join(", ", en));
    }

    /** What a reader of a figure of this survey should know. */
    public List<Text> warnings() {
        return scales.size() + (stated ? 0 : 1) > 1
                ? List.of(Text.of(
                        "本次修测各岸段的比例尺不一：%1$s；总长不宜直接相加",
                        "Segments of this survey have several scales: %2$s; their lengths should not simply be added up",
                        words().zh(),
                        words().en()))
                : List.of();
    }

    /** What a reader of a comparison of two surveys should know. */
    public static List<Text> warnings(int year, SurveySource one, int otherYear, SurveySource other) {
        boolean same = one.stated() && other.stated() && one.scales().equals(other.scales());
        return same && one.scales().size() == 1
                ? List.of()
                : List.of(Text.of(
                        "两次修测的比例尺不同或未登记（%1$d 年：%2$s，%3$d 年：%4$s）：比例尺越小岸线越短，变化量仅供参考",
                        "The surveys differ in scale or do not state it (%1$d: %5$s, %3$d: %6$s): coast is shorter at a smaller scale, take what changed with care",
                        year,
                        one.words().zh(),
                        otherYear,
                        other.words().zh(),
                        one.words().en(),
                        other.words().en()));
    }
}
