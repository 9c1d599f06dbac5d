package org.anlan.coast.rates;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.base.Text;
import org.anlan.coast.Rates;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.SurveySource;
import org.anlan.geo.Geodesy;

/** What a reader of change rates should know before comparing them. */
public final class RateWarnings {

    private RateWarnings() {}

    /** Adds the warnings to a list. */
    public static void add(
            List<Text> warnings,
            Rates.Question question,
            List<RateSurveys.Read> read,
            RatesFigure.BaselineUsed baseline,
            List<RatesFigure.Transect> transects) {
        List<RatesFigure.SurveyUsed> surveys =
                read.stream().map(RateSurveys.Read::used).toList();
        surveys(warnings, question, surveys);
        scales(warnings, read);
        baseline(warnings, baseline, question.casting().spacingM());
        tell(
                warnings,
                count(transects, one -> one.intersections().isEmpty()),
                "有 %1$d 条断面与所选修测都没有交点",
                "%1$d transects meet none of the surveys");
        tell(
                warnings,
                count(
                        transects,
                        one -> !one.intersections().isEmpty()
                                && one.intersections().size() < surveys.size()),
                "有 %1$d 条断面缺少部分修测的交点，其速率只按相交的修测计算",
                "%1$d transects miss some of the surveys; their rates are of those that they meet");
        tell(
                warnings,
                count(transects, one -> one.intersections().stream().anyMatch(met -> met.found() > 1)),
                "有 %1$d 条断面与同一修测有多个交点，取法：%2$s",
                "%1$d transects meet a survey more than once; picked: %2$s",
                question.casting().pick().word());
        tell(
                warnings,
                count(transects, RatesFigure.Transect::crossing),
                "有 %1$d 条断面与其他断面相交，同一处岸线可能重复计入；可减小半长或加大平滑长度",
                "%1$d transects cross others and may tell of the same coast twice; a smaller half-length or a greater smoothing helps");
    }

    private static long count(List<RatesFigure.Transect> transects, Predicate<RatesFigure.Transect> condition) {
        return transects.stream().filter(condition).count();
    }

    private static void tell(List<Text> warnings, long number, String zh, String en, String... more) {
        if (number > 0) {
            warnings.add(Text.of(
                    zh, en, Stream.concat(Stream.of(number), Stream.of(more)).toArray()));
        }
    }

    private static void surveys(List<Text> warnings, Rates.Question question, List<RatesFigure.SurveyUsed> surveys) {
        if (surveys.size() == 2) {
            warnings.add(
                    Text.of(
                            "只有两次修测：线性回归速率等于端点速率，没有 R² 和置信区间",
                            "There are only two surveys: regression rates equal the end point rate and have neither R² nor a confidence band"));
        }
        String assumed =
                years(surveys, one -> question.uncertainties().of(one.year()).isEmpty());
        if (!assumed.isEmpty()) {
            warnings.add(Text.of(
                    "未给出位置不确定度，按 ±%1$s 米计：%2$s",
                    "No uncertainty of position was given; ±%1$s m is assumed for %2$s",
                    Double.toString(Rates.DEFAULT_UNCERTAINTY_M),
                    assumed));
        }
        String undated = years(surveys, one -> one.date().isEmpty());
        if (!undated.isEmpty() && !question.dates().isEmpty()) {
            warnings.add(Text.of(
                    "只给出了部分修测的日期，其余按该年 1 月 1 日计：%s",
                    "Days were given of some surveys only; the others count as of the first of January: %s", undated));
        }
    }

    private static String years(List<RatesFigure.SurveyUsed> surveys, Predicate<RatesFigure.SurveyUsed> condition) {
        return surveys.stream()
                .filter(condition)
                .map(one -> Integer.toString(one.year()))
                .collect(Collectors.joining(", "));
    }

    /** Each survey beside the one before it. */
    private static void scales(List<Text> warnings, List<RateSurveys.Read> surveys) {
        for (int i = 1; i < surveys.size(); i++) {
            RateSurveys.Read before = surveys.get(i - 1);
            RateSurveys.Read after = surveys.get(i);
            warnings.addAll(SurveySource.warnings(
                    before.used().year(),
                    before.survey().source(),
                    after.used().year(),
                    after.survey().source()));
        }
    }

    private static void baseline(List<Text> warnings, RatesFigure.BaselineUsed baseline, double spacingM) {
        List<Double> without = baseline.lines().stream()
                .map(Geodesy::lengthM)
                .filter(lengthM -> Cast.number(lengthM, spacingM) == 0)
                .toList();
        if (!without.isEmpty()) {
            warnings.add(Text.of(
                    "有 %1$d 段基线短于半个间距，未设断面，共 %2$s 米",
                    "%1$d lines of the baseline are shorter than half the spacing and have no transect, %2$s m in all",
                    without.size(),
                    String.format(
                            Locale.ROOT,
                            "%.1f",
                            without.stream().mapToDouble(m -> m).sum())));
        }
    }
}
