package org.anlan.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.anlan.store.Job;
import org.anlan.store.JobLog;

/** The queue of a store whose connection breaks right after it has done something: what was done stays, and nobody hears so. */
final class BreakingOff implements JobLog {

    private final JobLog log;
    private final CountDownLatch broken = new CountDownLatch(1);
    private volatile String after = "";
    private volatile boolean away;

    BreakingOff(JobLog log) {
        this.log = log;
    }

    void breakOffAfter(String what) {
        after = what;
    }

    void awaitBroken() throws InterruptedException {
        broken.await();
    }

    void backAgain() {
        after = "";
        away = false;
    }

    private <T> T heard(String what, T answer, boolean done) {
        if (done && after.equals(what)) {
            away = true;
            broken.countDown();
            throw new IllegalStateException("away after " + what);
        }
        return answer;
    }

    private void mustBeThere() {
        if (away) {
            throw new IllegalStateException("away");
        }
    }

    @Override
    public synchronized void ask(Job job) {
        mustBeThere();
        log.ask(job);
        heard("ask", job, true);
    }

    @Override
    public synchronized Optional<Job> claim(String node) {
        mustBeThere();
        Optional<Job> claimed = log.claim(node);
        return heard("claim", claimed, claimed.isPresent());
    }

    @Override
    public Standing note(Job job) {
        mustBeThere();
        return log.note(job);
    }

    @Override
    public Optional<Job> cancel(String upload) {
        mustBeThere();
        return log.cancel(upload);
    }

    @Override
    public Optional<Job> find(String id) {
        mustBeThere();
        return heard("find", log.find(id), true);
    }

    @Override
    public Optional<Job> newestOf(String upload) {
        mustBeThere();
        return log.newestOf(upload);
    }

    @Override
    public List<Job> open() {
        mustBeThere();
        return log.open();
    }

    @Override
    public void withdraw(String id) {
        mustBeThere();
        log.withdraw(id);
    }

    @Override
    public void interruptUnknown(String node, Set<String> known) {
        mustBeThere();
        log.interruptUnknown(node, known);
    }

    @Override
    public List<Job> alive(String node) {
        mustBeThere();
        return log.alive(node);
    }

    @Override
    public void leave(String node) {
        mustBeThere();
        log.leave(node);
    }
}
