package org.anlan.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.anlan.base.Text;
import org.anlan.format.table.FormulaGuard;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;
import org.anlan.report.Table;
import org.anlan.report.Unit;
import org.anlan.store.AuditEntry;
import org.anlan.store.AuditHead;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Entries of the audit log as JSON (docs/api.md), CSV, lines for a terminal, and laid out for people. */
public final class AuditText {

    private AuditText() {}

    /**
     * The entries in every form.
     *
     * @param entries the newest first
     * @param head where the log ends
     */
    public static FigureForms forms(List<AuditEntry> entries, AuditHead head) {
        return new FigureForms(
                "audit-" + head.seq(),
                () -> lines(entries),
                () -> tree(entries, head),
                () -> csv(entries),
                () -> document(entries, head));
    }

    private static String lines(List<AuditEntry> entries) {
        StringBuilder out = new StringBuilder();
        entries.forEach(entry -> out.append(String.join("\t", cells(entry))).append(System.lineSeparator()));
        return out.toString();
    }

    private static List<String> cells(AuditEntry entry) {
        return List.of(
                Long.toString(entry.seq()),
                entry.at().toString(),
                entry.actor().name(),
                entry.actor().from(),
                entry.what().action(),
                entry.what().subject(),
                entry.what().detail(),
                revision(entry),
                entry.hash());
    }

    private static String revision(AuditEntry entry) {
        return entry.what().revision().isPresent()
                ? Long.toString(entry.what().revision().getAsLong())
                : "";
    }

    private static JsonNode tree(List<AuditEntry> entries, AuditHead head) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("head", head.toString());
        var list = node.putArray("entries");
        for (AuditEntry entry : entries) {
            ObjectNode one = list.addObject()
                    .put("seq", entry.seq())
                    .put("at", entry.at().toString())
                    .put("who", entry.actor().name())
                    .put("from", entry.actor().from())
                    .put("action", entry.what().action())
                    .put("subject", entry.what().subject())
                    .put("detail", entry.what().detail());
            entry.what().revision().ifPresent(revision -> one.put("revision", revision));
            one.put("hash", entry.hash());
        }
        return node;
    }

    private static String csv(List<AuditEntry> entries) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord("seq", "at", "who", "from", "action", "subject", "detail", "revision", "hash");
            for (AuditEntry entry : entries) {
                csv.printRecord(cells(entry).stream().map(FormulaGuard::guard));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Document document(List<AuditEntry> entries, AuditHead head) {
        List<Table.Column> columns = List.of(
                column("序号", "Number"),
                column("时间", "Time"),
                column("账户", "Account"),
                column("来自", "From"),
                column("操作", "Action"),
                column("对象", "Subject"),
                column("详情", "Detail"),
                column("修订", "Revision"),
                column("哈希", "Hash"));
        return new Document(
                new Text("审计日志", "Audit log"),
                Text.of("%d 条记录，最新的在前", "%d entries, the newest first", entries.size()),
                List.of(new Table(
                        new Text("审计日志", "Audit log"),
                        columns,
                        entries.stream()
                                .map(entry -> Table.Row.of(cells(entry).toArray()))
                                .toList())),
                Facts.none()
                        .and(new Text("日志末条（序号:哈希）", "Head of the log (SEQ:HASH)"), head.toString())
                        .sealed(tree(entries, head)));
    }

    private static Table.Column column(String zh, String en) {
        return new Table.Column(new Text(zh, en), Unit.NONE);
    }
}
