package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.NewFeature;

/** Tells a comparison of the current rows of a layer: whole scopes at once, other features when they are asked for. */
final class CurrentRows {

    private final Dialect dialect;
    private final Connection connection;
    private final LayerTable table;
    private final LayerDiff diff;
    private final Set<Object> loaded = new HashSet<>();
    private final int scopeAt;
    private final boolean idCarriesScope;
    private boolean everythingLoaded;

    CurrentRows(Dialect dialect, Connection connection, LayerTable table, LayerDiff diff) {
        this.dialect = dialect;
        this.connection = connection;
        this.table = table;
        this.diff = diff;
        LayerDefinition layer = table.layer();
        this.scopeAt = layer.scopeField().map(layer::indexOf).orElse(-1);
        this.idCarriesScope =
                layer.scopeField().filter(layer.idFields()::contains).isPresent();
    }

    /** The last key given in the layer's table; 0 when it is empty. */
    long lastFid() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT max(fid) FROM " + table.table());
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Loads the current rows of a scope, and remembers that it is stated whole. */
    void load(Object scope) throws SQLException {
        LayerDefinition layer = table.layer();
        boolean whole = layer.scopeField().isEmpty();
        boolean known = !whole && scope != null;
        String condition =
                whole ? "" : " AND " + LayerTable.quote(layer.scopeField().get()) + (known ? " = ?" : " IS NULL");
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT fid, id, content_hash FROM " + table.table() + " WHERE rev_to IS NULL" + condition)) {
            if (known) {
                dialect.set(query, 1, scope);
            }
            tell(query, true);
        }
        loaded.add(scope);
        everythingLoaded |= whole;
    }

    /** Loads all current rows, and remembers that the layer is stated whole. */
    void loadAll() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT fid, id, content_hash FROM " + table.table() + " WHERE rev_to IS NULL")) {
            tell(query, true);
        }
        everythingLoaded = true;
    }

    /** Looks for the current feature in scopes that are not stated: it may have moved from there. */
    void lookUp(NewFeature feature) throws SQLException {
        if (!onlyInALoadedScope(feature)) {
            lookUp(feature.id());
        }
    }

    /** Looks for the current feature with this id, wherever it is. */
    void lookUp(String id) throws SQLException {
        if (everythingLoaded || diff.knows(id)) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT fid, id, content_hash FROM " + table.table() + " WHERE rev_to IS NULL AND id = ?")) {
            query.setString(1, id);
            tell(query, false);
        }
    }

    /** An id that carries its scope cannot be met in another one. */
    private boolean onlyInALoadedScope(NewFeature feature) {
        return idCarriesScope && loaded.contains(feature.values()[scopeAt]);
    }

    private void tell(PreparedStatement query, boolean stated) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                diff.current(rows.getString(2), rows.getLong(1), rows.getBytes(3), stated);
            }
        }
    }
}
