package org.anlan.store.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Sha256;
import org.anlan.base.Text;
import org.anlan.store.AuditHead;
import org.anlan.store.sql.KeptTable;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.MovingProgress;
import org.anlan.store.sql.Snapshot;

/** Looks whether a store is whole, in one state of it, while others work on it. It changes nothing. */
public final class Verification {

    private final Snapshot snapshot;
    private final MovingProgress progress;
    private final Defects defects = new Defects();

    /** Looks at this state. */
    public Verification(Snapshot snapshot, MovingProgress progress) {
        this.snapshot = snapshot;
        this.progress = progress;
    }

    /** Looks at all of it. */
    public Verified run() throws IOException {
        try {
            files();
            documents();
            new AuditLook(snapshot, defects, progress).run(Optional.empty());
            List<KeptTable> layers = snapshot.tables().stream()
                    .filter(table -> table.layer().isPresent())
                    .toList();
            RevisionLook revisions = new RevisionLook(snapshot, defects);
            revisions.order();
            for (KeptTable table : layers) {
                if (snapshot.has(table)) {
                    revisions.of(table.layer().orElseThrow());
                    new RowLook(snapshot, table, defects, progress).run();
                }
            }
            indexes(layers);
            return defects.all();
        } catch (SQLException e) {
            throw snapshot.failed(e);
        }
    }

    /**
     * Looks at the audit log only, and at what it tells of.
     *
     * @param expected an entry that was noted elsewhere and has to be there
     */
    public Verified audit(Optional<AuditHead> expected) {
        try {
            new AuditLook(snapshot, defects, progress).run(expected);
            return defects.all();
        } catch (SQLException e) {
            throw snapshot.failed(e);
        }
    }

    private void indexes(List<KeptTable> layers) throws SQLException {
        List<LayerTable> tables = layers.stream()
                .filter(table -> snapshot.has(table))
                .map(table -> table.layer().orElseThrow())
                .toList();
        snapshot.dialect()
                .lookAtIndexes(
                        snapshot.connection(),
                        tables,
                        (where, text) -> defects.add(Verified.Kind.INDEXES, where, text));
    }

    private void files() throws IOException, SQLException {
        List<String> files = snapshot.files();
        for (int i = 0; i < files.size(); i++) {
            progress.at("uploads", i, files.size());
            file(files.get(i));
        }
        defects.looked("files", files.size());
    }

    private void documents() throws SQLException {
        KeptTable table = snapshot.tables().stream()
                .filter(kept -> kept.name().equals("document"))
                .findFirst()
                .orElseThrow();
        long looked = 0;
        try (Snapshot.Cursor rows = snapshot.rows(table)) {
            for (Optional<Object[]> row = rows.next(); row.isPresent(); row = rows.next()) {
                looked++;
                String body = table.of(row.get(), "body").toString();
                if (!Sha256.of(body).equals(table.of(row.get(), "sha256"))) {
                    defects.add(
                            Verified.Kind.DOCUMENTS,
                            table.of(row.get(), "id").toString(),
                            Text.of(
                                    "文档内容与其 SHA-256 不符；请从备份恢复",
                                    "the document does not have its SHA-256; restore it from a backup"));
                }
            }
        }
        defects.looked("documents", looked);
    }

    private void file(String sha256) throws IOException {
        try {
            MessageDigest digest = Sha256.digest();
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                snapshot.file(sha256, out);
            }
            if (!Sha256.of(digest).equals(sha256)) {
                defects.add(
                        Verified.Kind.UPLOADS,
                        sha256,
                        Text.of(
                                "文件内容与其 SHA-256 不符；请从备份恢复",
                                "the bytes of the file do not have this SHA-256; restore it from a backup"));
            }
        } catch (Refusal gone) {
            if (!gone.code().equals("upload-gone")) {
                throw gone;
            }
            defects.add(
                    Verified.Kind.UPLOADS,
                    sha256,
                    Text.of("文件缺失；请从备份恢复", "the file is missing; restore it from a backup"));
        }
    }
}
