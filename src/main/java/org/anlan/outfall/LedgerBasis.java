package org.anlan.outfall;

import java.util.List;
import java.util.function.Supplier;
import org.anlan.base.Text;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;

/** What the forms of all that comes out of the ledger have in common. */
final class LedgerBasis {

    private LedgerBasis() {}

    /**
     * The forms of a result.
     *
     * @param main its main table: the CSV
     * @param terminal for a terminal
     * @param document for people
     */
    static FigureForms forms(
            String fileName,
            Object result,
            Supplier<Sheet> main,
            Supplier<String> terminal,
            Supplier<Document> document) {
        return new FigureForms(
                fileName,
                terminal,
                () -> OutfallJson.tree(result),
                () -> main.get().csv(),
                document);
    }

    /** A document that says what it rests on, with the seal of the result. */
    static Document document(Text title, Text about, List<Block> blocks, Facts basis, Object result) {
        return new Document(title, about, blocks, basis.sealed(OutfallJson.tree(result)));
    }
}
