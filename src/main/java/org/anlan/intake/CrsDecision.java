package org.anlan.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.format.FeatureSource;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsGuess;
import org.anlan.geo.PrjMatcher;
import org.anlan.store.Extent;
import org.locationtech.jts.geom.Envelope;

/**
 * Which coordinate system a layer of a file is read in: the user's choice, else what the file declares, else a guess that has to be confirmed.
 *
 * @param reading the system and how it was known
 * @param extent where the layer then lies
 */
record CrsDecision(Inspection.CrsReading reading, Optional<Extent> extent) {

    /** The longest text that is a code and no WKT. */
    private static final int LONGEST_CODE = 60;

    static CrsDecision of(
            FeatureSource source, Envelope box, boolean table, Choices.Part chosen, Optional<Extent> home) {
        if (table && box.isNull()) {
            return none();
        }
        CrsPlaces places = new CrsPlaces(box, home);
        if (chosen.crs().isPresent()) {
            CrsChoice choice = CrsChoice.of(chosen.crs().get());
            return decided(choice, Inspection.How.CHOSEN, Text.of("由用户选择", "Chosen by the user"), places);
        }
        Optional<Crs> declared = source.declaredCrs().flatMap(PrjMatcher::match);
        return declared.map(crs -> declared(crs, source, places)).orElseGet(() -> guessed(source, places));
    }

    private static CrsDecision none() {
        Text why = Text.of("没有坐标", "There are no coordinates");
        return new CrsDecision(
                new Inspection.CrsReading(
                        Optional.empty(), Inspection.How.NONE, why, Optional.empty(), Optional.empty(), List.of()),
                Optional.empty());
    }

    private static CrsDecision declared(Crs crs, FeatureSource source, CrsPlaces places) {
        String text = source.declaredCrs().orElseThrow();
        boolean byNumber =
                text.length() < LONGEST_CODE && !text.toUpperCase(Locale.ROOT).contains("[");
        Text reason = byNumber
                ? Text.of("文件写明 %s", "The file says %s", crs.code())
                : Text.of(
                        ".prj 的投影参数和椭球与 %s 相符",
                        "The .prj matches %s by projection parameters and ellipsoid", crs.code());
        return decided(
                new CrsChoice(crs, false),
                byNumber ? Inspection.How.DECLARED : Inspection.How.MATCHED,
                source.crsReason().orElse(reason),
                places);
    }

    private static CrsDecision decided(CrsChoice choice, Inspection.How how, Text reason, CrsPlaces places) {
        Optional<Extent> extent = places.extent(choice);
        Optional<Double> distance = extent.flatMap(places::distanceM);
        boolean near = distance.filter(m -> m <= CrsGuess.NEAR_M).isPresent();
        Optional<Inspection.Alternative> better =
                near || how == Inspection.How.CHOSEN ? Optional.empty() : places.atHome();
        return new CrsDecision(
                new Inspection.CrsReading(
                        Optional.of(choice.word()), how, reason, distance, better, places.alternatives()),
                extent);
    }

    private static CrsDecision guessed(FeatureSource source, CrsPlaces places) {
        Text why = unsaid(source);
        Optional<CrsGuess.Candidate> best = places.candidates().stream()
                .filter(c -> places.knowsHome() || tellsItself(c.crs()))
                .findFirst();
        if (best.isEmpty()) {
            return new CrsDecision(
                    new Inspection.CrsReading(
                            Optional.empty(),
                            Inspection.How.UNKNOWN,
                            why,
                            Optional.empty(),
                            Optional.empty(),
                            places.alternatives()),
                    Optional.empty());
        }
        CrsChoice choice = new CrsChoice(best.get().crs(), best.get().swapped());
        Text reason = Text.of(
                "%s；按坐标数值猜测为 %s（%s）",
                "%4$s; by its numbers it could be %2$s (%5$s)",
                why.zh(),
                choice.word(),
                best.get().reason().zh(),
                why.en(),
                best.get().reason().en());
        Optional<Extent> extent = places.extent(choice);
        return new CrsDecision(
                new Inspection.CrsReading(
                        Optional.of(choice.word()),
                        Inspection.How.GUESSED,
                        reason,
                        extent.flatMap(places::distanceM),
                        Optional.empty(),
                        places.alternatives()),
                extent);
    }

    private static Text unsaid(FeatureSource source) {
        boolean shapefile = source.format().equals("shapefile");
        if (source.declaredCrs().isPresent()) {
            return shapefile
                    ? Text.of("文件的 .prj 不是已知的坐标系", "The file's .prj is none of the known systems")
                    : Text.of("文件写明的坐标系不是已知的坐标系", "The system that the file names is none of the known ones");
        }
        return shapefile
                ? Text.of("文件没有说明坐标系（缺 .prj）", "The file does not say its coordinate system (no .prj)")
                : Text.of("文件没有说明坐标系", "The file does not say its coordinate system");
    }

    /** Eastings without a zone lie anywhere, as metres of web maps do; without a home there is nothing to guess by. */
    private static boolean tellsItself(Crs crs) {
        return crs.geographic() || crs.zonePrefix();
    }
}
