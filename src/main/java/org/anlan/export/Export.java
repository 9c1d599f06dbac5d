package org.anlan.export;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.OutFormat;
import org.anlan.format.OutFormats;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsList;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.SurveyYears;

/**
 * Gives layers as files. The same state of a layer always gives the same bytes: features come in the order of their ids, nothing tells the
 * time or the revision inside the file; so what a rollback restores is exported as it was before.
 */
public final class Export {

    private final Catalog catalog;
    private final Store store;

    /** Exports the layers of this catalogue from this store. */
    public Export(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /**
     * Answers every question about an export, before the first byte is written.
     *
     * <p>Refusals: {@code unknown-layer}, {@code unknown-revision}, {@code no-survey-year}, {@code unknown-year}, {@code unknown-format}, {@code
     * unknown-crs}, {@code crs-not-possible}, {@code encoding-not-possible}; each tells what there is.
     */
    public ExportFile prepare(ExportRequest request) {
        LayerDefinition layer = catalog.layer(request.layer());
        OutFormat format = format(request.format());
        Optional<Revision> revision = store.revisions().asked(layer.id(), request.revision());
        Crs crs = request.crs().map(CrsList::named).orElse(CrsList.CGCS2000);
        format.require(crs);
        Charset charset = request.encoding().map(format::charset).orElseGet(() -> format.charsets()
                .get(0));
        FeatureQuery query = new FeatureQuery(
                        layer,
                        OptionalLong.of(revision.map(Revision::id).orElse(0L)),
                        request.extent(),
                        SurveyYears.known(layer, revision, request.year()),
                        0,
                        Integer.MAX_VALUE)
                .in(FeatureQuery.Order.ID);
        Reach.require(crs, query, revision);
        return new ExportFile(store.features(), query, revision, format, crs, charset);
    }

    private static OutFormat format(String word) {
        return OutFormats.byWord(word)
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-format",
                        "没有导出格式“%s”；可用：%s",
                        "There is no format \"%s\" to export to; there are: %s",
                        word,
                        OutFormats.all().stream().map(OutFormat::word).collect(Collectors.joining(", "))));
    }
}
