package org.anlan.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.format.FeatureSource;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsGuess;
import org.anlan.geo.CrsList;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.anlan.geo.PrjMatcher;
import org.anlan.store.Extent;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Which coordinate system a layer of a file is read in: the user's choice, else what the file declares, else a guess that has to be confirmed.
 *
 * @param reading the system and how it was known
 * @param extent where the layer then lies
 */
record CrsDecision(Inspection.CrsReading reading, Optional<Extent> extent) {

    private static final int MOST_ALTERNATIVES = 6;

    static CrsDecision of(
            FeatureSource source, Envelope box, boolean table, Choices.Part chosen, Optional<Extent> home) {
        if (table && box.isNull()) {
            return none();
        }
        if (chosen.crs().isPresent()) {
            Crs crs = byCode(chosen.crs().get());
            return decided(crs, Inspection.How.CHOSEN, Text.of("由用户选择", "Chosen by the user"), box, home);
        }
        Optional<Crs> declared = source.declaredCrs().flatMap(PrjMatcher::match);
        if (declared.isPresent()) {
            boolean byNumber =
                    source.declaredCrs().get().toUpperCase(Locale.ROOT).contains("EPSG")
                            && source.declaredCrs().get().length() < 60;
            return decided(
                    declared.get(),
                    byNumber ? Inspection.How.DECLARED : Inspection.How.MATCHED,
                    byNumber
                            ? Text.of(
                                    "文件写明 %s",
                                    "The file says %s", declared.get().code())
                            : Text.of(
                                    ".prj 的投影参数和椭球与 %s 相符",
                                    "The .prj matches %s by projection parameters and ellipsoid",
                                    declared.get().code()),
                    box,
                    home);
        }
        return guessed(source.declaredCrs().isPresent(), box, home);
    }

    private static CrsDecision none() {
        return new CrsDecision(
                new Inspection.CrsReading(
                        Optional.empty(), Inspection.How.NONE, Text.of("没有坐标", "There are no coordinates"), List.of()),
                Optional.empty());
    }

    private static CrsDecision decided(Crs crs, Inspection.How how, Text reason, Envelope box, Optional<Extent> home) {
        return new CrsDecision(
                new Inspection.CrsReading(
                        Optional.of(crs.code()), how, reason, alternatives(CrsGuess.of(box, envelope(home)))),
                extent(crs, box));
    }

    private static CrsDecision guessed(boolean prjUnknown, Envelope box, Optional<Extent> home) {
        CrsGuess guess = CrsGuess.of(box, envelope(home));
        Text why = prjUnknown
                ? Text.of("文件的 .prj 不是已知的坐标系", "The file's .prj is none of the known systems")
                : Text.of("文件没有说明坐标系（缺 .prj）", "The file does not say its coordinate system (no .prj)");
        Optional<CrsGuess.Candidate> best =
                guess.candidates().stream().filter(c -> !c.swapped()).findFirst();
        if (best.isEmpty()) {
            return new CrsDecision(
                    new Inspection.CrsReading(Optional.empty(), Inspection.How.UNKNOWN, why, alternatives(guess)),
                    Optional.empty());
        }
        Crs crs = best.get().crs();
        Text reason = Text.of(
                "%s；按坐标数值猜测为 %s（%s）",
                "%4$s; by its numbers it could be %2$s (%5$s)",
                why.zh(),
                crs.code(),
                best.get().reason().zh(),
                why.en(),
                best.get().reason().en());
        return new CrsDecision(
                new Inspection.CrsReading(Optional.of(crs.code()), Inspection.How.GUESSED, reason, alternatives(guess)),
                extent(crs, box));
    }

    /** A system by "EPSG:4528" or "4528"; refused ({@code unknown-crs}) when it is not on the list. */
    static Crs byCode(String code) {
        String digits = code.toUpperCase(Locale.ROOT).replace("EPSG:", "").strip();
        Optional<Crs> crs = digits.matches("\\d{4,5}") ? CrsList.byCode(Integer.parseInt(digits)) : Optional.empty();
        return crs.orElseThrow(() -> Refusal.invalid(
                "unknown-crs",
                "不认识坐标系“%s”；可用：EPSG:4490、4326、3857，CGCS2000 三度带 4513-4554、六度带 4491-4512，西安80、北京54 和 UTM 49-51N。",
                "The coordinate system \"%s\" is not known; use EPSG:4490, 4326, 3857, CGCS2000 3-degree 4513-4554, 6-degree 4491-4512, Xian 80, "
                        + "Beijing 54 or UTM 49-51N.",
                code));
    }

    private static List<Inspection.Alternative> alternatives(CrsGuess guess) {
        return guess.candidates().stream()
                .filter(c -> !c.swapped())
                .limit(MOST_ALTERNATIVES)
                .map(c -> new Inspection.Alternative(c.crs().code(), c.crs().name(), extent(c.area())))
                .toList();
    }

    private static Envelope envelope(Optional<Extent> home) {
        return home.map(h -> new Envelope(h.west(), h.east(), h.south(), h.north()))
                .orElseGet(Envelope::new);
    }

    private static Extent extent(Envelope e) {
        return new Extent(e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY());
    }

    private static Optional<Extent> extent(Crs crs, Envelope box) {
        if (box.isNull()) {
            return Optional.empty();
        }
        try {
            Geometry outline = CrsTransform.toCgcs2000(crs).apply(new GeometryFactory().toGeometry(box));
            return Optional.of(extent(outline.getEnvelopeInternal()));
        } catch (OutsideCrsException e) {
            return Optional.empty();
        }
    }
}
