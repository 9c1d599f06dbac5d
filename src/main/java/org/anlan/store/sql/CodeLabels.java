package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;

/** The words of the code lists, in the table {@code code_label}: the views that QGIS and GDAL show take their labels from it. */
public final class CodeLabels {

    private CodeLabels() {}

    /** Puts the catalogue's words in the place of those that are there. */
    public static void write(Connection connection, Catalog catalog) throws SQLException {
        PlainSql.run(connection, "DELETE FROM code_label");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO code_label VALUES (?, ?, ?, ?)")) {
            for (CodeList list : catalog.codeLists()) {
                for (CodeList.Entry entry : list.entries()) {
                    insert.setString(1, list.id());
                    insert.setString(2, entry.code());
                    insert.setString(3, entry.label().zh());
                    insert.setString(4, entry.label().en());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
