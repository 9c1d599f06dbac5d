package org.anlan.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Style;
import org.anlan.report.Backdrop;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;
import org.anlan.report.Listing;
import org.anlan.report.MapPicture;
import org.anlan.report.Photos;
import org.anlan.report.Unit;
import org.anlan.report.Words;
import org.locationtech.jts.geom.Envelope;

/** A problem site in every form: as a page with its place on a map, what it meets, its history and its photos. */
public final class CaseDocument {

    private static final Style.Symbol MARK =
            new Style.Symbol(Optional.empty(), Optional.of("#a50f15"), 2, Optional.of("#f4a3a3"), Style.Pattern.CIRCLE);

    /** How much of the land around is shown, degrees. */
    private static final double AROUND = 0.02;

    private static final Listing<CaseEntry> HISTORY = Listing.<CaseEntry>none()
            .and("number", new Text("序号", "No."), Unit.NONE, CaseEntry::number)
            .and("on", new Text("日期", "Day"), Unit.NONE, entry -> entry.on().toString())
            .and("kind", new Text("事项", "What"), entry -> entry.kind().word(), entry -> entry.kind()
                    .label())
            .and(
                    "to",
                    new Text("进入状态", "To"),
                    entry -> entry.to().map(CaseState::word).orElse(""),
                    entry -> entry.to().<Object>map(CaseState::label).orElse(""))
            .and("author", new Text("经办", "By"), Unit.NONE, CaseEntry::author)
            .and("remark", new Text("说明", "Remark"), Unit.NONE, CaseEntry::remark);

    private final Case one;
    private final LocalDate day;
    private final CaseFigures figures;

    private CaseDocument(Case one, LocalDate day, CaseFigures figures) {
        this.one = one;
        this.day = day;
        this.figures = figures;
    }

    /**
     * The problem site in every form.
     *
     * @param day today
     * @param photos its photos, small
     * @param backdrop what lies under its map
     */
    public static FigureForms forms(
            Case one, LocalDate day, CaseFigures figures, List<Photos.Photo> photos, Backdrop backdrop) {
        CaseDocument document = new CaseDocument(one, day, figures);
        return new FigureForms(
                "case-" + one.number(),
                () -> CaseText.forms(new CaseList(day, one.entries().size(), List.of(one)))
                                .table()
                                .get()
                        + HISTORY.lines(one.entries()),
                () -> CaseText.tree(one, day),
                () -> HISTORY.csv(one.entries()),
                CaseText.forms(new CaseList(day, one.entries().size(), List.of(one)))
                        .geoJson(),
                () -> document.document(photos, backdrop));
    }

    private Document document(List<Photos.Photo> photos, Backdrop backdrop) {
        List<Block> blocks = new ArrayList<>();
        if (one.overdue(day)) {
            blocks.add(Words.warning(Text.of(
                    "已逾期：期限 %s", "Overdue: the deadline was %s", one.deadline().orElseThrow())));
        }
        blocks.add(facts());
        blocks.add(map(backdrop));
        blocks.add(hits().table(new Text("涉及要素", "What it meets"), one.opening().hits()));
        blocks.add(HISTORY.table(new Text("办理过程", "History"), one.entries()));
        if (!photos.isEmpty()) {
            blocks.add(new Photos(new Text("照片", "Photos"), photos));
        }
        return new Document(
                Text.of("问题点位 %s", "Problem site %s", one.number()),
                Text.same(one.title()),
                blocks,
                Facts.none()
                        .and(new Text("台账记录数", "Entries"), one.entries().size(), Unit.COUNT)
                        .and(
                                new Text("行政区修订号", "Revision of the regions"),
                                one.opening().place().regionsRevision())
                        .and(
                                new Text("来源依据", "What it rests on"),
                                one.opening().source().facts().toString())
                        .sealed(CaseText.tree(one, day)));
    }

    private Facts facts() {
        CasePlace place = one.opening().place();
        return Facts.none()
                .and(new Text("状态", "State"), one.state().label())
                .and(new Text("进入状态日期", "Since"), one.since().toString())
                .and(new Text("来源", "Source"), one.opening().source().kind().label())
                .and(new Text("发现日期", "Found on"), one.openedOn().toString())
                .and(new Text("说明", "Remark"), one.opening().remark())
                .and(new Text("责任单位", "Unit in charge"), one.unit())
                .and(
                        new Text("期限", "Deadline"),
                        one.deadline().map(LocalDate::toString).orElse(""))
                .and(new Text("乡镇", "Town"), name(place.town()))
                .and(new Text("海湾", "Bay"), name(place.bay()))
                .and(new Text("河流", "River"), name(place.river()));
    }

    private static String name(Optional<CasePlace.Unit> unit) {
        return unit.map(CasePlace.Unit::name).orElse("");
    }

    private Listing<CaseHit> hits() {
        return Listing.<CaseHit>none()
                .and("layer", new Text("图层", "Layer"), CaseHit::layer, hit -> figures.layer(hit.layer()))
                .and("feature", new Text("编号", "Id"), Unit.NONE, CaseHit::feature)
                .and("name", new Text("名称", "Name"), Unit.NONE, CaseHit::name)
                .and("revision", new Text("修订号", "Revision"), Unit.NONE, CaseHit::revision)
                .and("area_m2", new Text("面积", "Area"), Unit.SQUARE_METRES, CaseHit::areaM2)
                .and("length_m", new Text("长度", "Length"), Unit.METRES, CaseHit::lengthM);
    }

    private MapPicture map(Backdrop backdrop) {
        Envelope extent = new Envelope(one.opening().shape().getEnvelopeInternal());
        extent.expandBy(AROUND);
        List<MapPicture.Layer> layers = new ArrayList<>(backdrop.layers());
        layers.add(new MapPicture.Layer(
                new Text("问题点位", "Problem site"),
                MARK,
                List.of(new MapPicture.Shape(one.opening().shape(), one.number()))));
        return new MapPicture(new Text("位置", "Where it is"), extent, layers);
    }
}
