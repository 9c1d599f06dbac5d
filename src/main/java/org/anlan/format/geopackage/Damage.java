package org.anlan.format.geopackage;

import java.sql.SQLException;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.sqlite.SQLiteErrorCode;

/** Says for people what SQLite could not do with a file. */
final class Damage {

    private Damage() {}

    /** The finding for a table whose reading ended before its end, at this record (from 1; 0 before the first). */
    static Finding finding(SQLException failed, String layer, int record) {
        int code = failed.getErrorCode() & 0xFF;
        if (code == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
            return endless(layer, record);
        }
        if (code == SQLiteErrorCode.SQLITE_TOOBIG.code) {
            return Finding.ofRecord(
                    "gpkg.value-too-large",
                    Severity.ERROR,
                    layer,
                    record,
                    Text.of(
                            "记录中有超过 %d MB 的值，该记录及其后的记录未读取；请拆分该图形",
                            "the record has a value of more than %d MB; it and the records behind it were not read, split that shape",
                            Opened.LONGEST_VALUE >> 20));
        }
        return Finding.ofRecord(
                "gpkg.damaged",
                Severity.ERROR,
                layer,
                record,
                Text.of(
                        "文件在此处损坏，其后的记录读不到（%s）；请重新导出或修复后上传",
                        "the file is damaged here and the records behind cannot be read (%s); export it again or mend it",
                        SQLiteErrorCode.getErrorCode(code)));
    }

    /** The finding for a table that gives more than its file can hold, or takes too long. */
    static Finding endless(String layer, int record) {
        return Finding.ofRecord(
                "gpkg.too-costly",
                Severity.ERROR,
                layer,
                record,
                new Text(
                        "读取该图层的开销远超文件大小，已停止；如为视图，请导出为普通图层后上传",
                        "reading the layer costs far more than its size warrants and was stopped; if it is a view, export it as a plain layer"));
    }

    /** The refusal for a file that cannot be opened at all. */
    static Refusal refusal(SQLException failed) {
        return Refusal.unprocessable(
                "gpkg-broken",
                "GeoPackage 文件损坏，无法打开（%s）；请重新导出后上传",
                "The GeoPackage is damaged and cannot be opened (%s); export it again",
                SQLiteErrorCode.getErrorCode(failed.getErrorCode() & 0xFF));
    }
}
