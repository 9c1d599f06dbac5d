package org.anlan.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A figure in every form in which people and programs take it; none is made before it is asked for.
 *
 * @param fileName what a file of it is called, without its ending
 * @param table rounded, for a terminal that shows Chinese in double width
 * @param json as docs/api.md says; numbers are not rounded
 * @param csv as RFC 4180; texts cannot be taken for formulas
 * @param geoJson its places as features; empty when it has none
 * @param document laid out for a printed page or a workbook
 */
public record FigureForms(
        String fileName,
        Supplier<String> table,
        Supplier<JsonNode> json,
        Supplier<String> csv,
        Optional<Supplier<JsonNode>> geoJson,
        Supplier<Document> document) {

    /** A figure without places. */
    public FigureForms(
            String fileName,
            Supplier<String> table,
            Supplier<JsonNode> json,
            Supplier<String> csv,
            Supplier<Document> document) {
        this(fileName, table, json, csv, Optional.empty(), document);
    }
}
