package org.anlan.e2e;

import org.anlan.store.Actor;
import org.anlan.store.Job;
import org.anlan.support.HeldWork;
import org.anlan.support.RunningServer;

/** A check of an upload that stands still at its 40th record of 151 until it is let go. */
final class HeldCheck implements AutoCloseable {

    private final HeldWork.Held held;

    private HeldCheck(HeldWork.Held held) {
        this.held = held;
    }

    /** Begins one on an upload of a service; it stands still when this returns. */
    static HeldCheck on(RunningServer service, String upload) throws InterruptedException {
        HeldCheck check = new HeldCheck(service.hold(upload));
        service.services().jobs().submit(Job.Kind.CHECK, upload, new Job.Asked(new Actor("admin", ""), ""));
        check.held.awaitStanding();
        return check;
    }

    /** Lets it take its next step; where it was cancelled that is its end. */
    void letGo() {
        held.letGo();
    }

    @Override
    public void close() {
        held.close();
    }
}
