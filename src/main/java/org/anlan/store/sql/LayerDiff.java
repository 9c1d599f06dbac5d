package org.anlan.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anlan.base.Refusal;
import org.anlan.store.Changes;
import org.anlan.store.LayerWriter.Verdict;

/**
 * Compares the features of a hand-in with the current ones, by id and content. Holds an id and 24 bytes for each current feature of the stated
 * scopes, and an id for each new one.
 */
public final class LayerDiff {

    private static final int LISTED = 1_000;

    /** Stands for every feature that was not there before and has been put: a million of them need no content kept. */
    private static final Current FRESH = new Current(-1, new byte[0], false, true);

    /** A current feature, and whether the hand-in carries it. */
    private static final class Current {
        final long fid;
        final byte[] hash;
        boolean stated;
        boolean seen;

        Current(long fid, byte[] hash, boolean stated, boolean seen) {
            this.fid = fid;
            this.hash = hash;
            this.stated = stated;
            this.seen = seen;
        }
    }

    private final String layer;
    private final Map<String, Current> byId = new HashMap<>();
    private final List<String> addedIds = new ArrayList<>();
    private final List<String> changedIds = new ArrayList<>();
    private final List<String> removedIds = new ArrayList<>();
    private long added;
    private long changed;
    private long unchanged;
    private long removed;

    /** A comparison for the layer with this id. */
    public LayerDiff(String layer) {
        this.layer = layer;
    }

    /** Tells of a current feature; {@code stated} when it lies in a scope that the hand-in states whole. */
    public void current(String id, long fid, byte[] hash, boolean stated) {
        Current known = byId.putIfAbsent(id, new Current(fid, hash, stated, false));
        if (known != null && known != FRESH && stated) {
            known.stated = true;
        }
    }

    /** Says that the hand-in states this feature, so that it is removed unless it is put. */
    public void state(String id) {
        Current known = byId.get(id);
        if (known != null && known != FRESH) {
            known.stated = true;
        }
    }

    /** Whether a feature of this id has been told of, or put. */
    public boolean knows(String id) {
        return byId.containsKey(id);
    }

    /** Compares a feature that is put. The row that it replaces is {@link #fidOf}. */
    public Verdict put(String id, byte[] hash) {
        Current current = byId.get(id);
        if (current == null) {
            byId.put(id, FRESH);
            list(addedIds, added++, id);
            return Verdict.ADDED;
        }
        if (current.seen) {
            throw Refusal.conflict(
                    "duplicate-id",
                    "图层 %s 中编号“%s”出现了不止一次；请在文件中改正后重新上交。",
                    "The id \"%2$s\" occurs more than once in layer %1$s; correct the file and hand it in again.",
                    layer,
                    id);
        }
        current.seen = true;
        if (Arrays.equals(current.hash, hash)) {
            unchanged++;
            return Verdict.UNCHANGED;
        }
        list(changedIds, changed++, id);
        return Verdict.CHANGED;
    }

    /** The row of the current feature with this id. */
    public long fidOf(String id) {
        return byId.get(id).fid;
    }

    /** The rows of stated scopes that the hand-in did not carry; counts them as removed. */
    public List<Long> unseen() {
        List<Long> fids = new ArrayList<>();
        byId.forEach((id, current) -> {
            if (current.stated && !current.seen) {
                current.seen = true;
                fids.add(current.fid);
                list(removedIds, removed++, id);
            }
        });
        return fids;
    }

    /** The counts so far. */
    public Changes changes() {
        return new Changes(
                added,
                changed,
                removed,
                unchanged,
                List.copyOf(addedIds),
                List.copyOf(changedIds),
                List.copyOf(removedIds));
    }

    private static void list(List<String> ids, long count, String id) {
        if (count < LISTED) {
            ids.add(id);
        }
    }
}
