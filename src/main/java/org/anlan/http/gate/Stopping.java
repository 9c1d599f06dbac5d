package org.anlan.http.gate;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.anlan.base.Refusal;

/** The end of the service: from its beginning no request is let in, and those under way are waited for. */
public final class Stopping {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nobodyLeft = lock.newCondition();
    private int underWay;
    private volatile boolean begun;

    /** How many requests are being answered. */
    public int underWay() {
        lock.lock();
        try {
            return underWay;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the service is ending. */
    public boolean begun() {
        return begun;
    }

    /** What whoever comes now is told ({@code stopping}). */
    public static Refusal refusal() {
        return Refusal.unavailable("stopping", "服务正在停止，请稍后再试", "The service is being stopped; try again in a moment");
    }

    void came() {
        lock.lock();
        try {
            underWay++;
        } finally {
            lock.unlock();
        }
    }

    void left() {
        lock.lock();
        try {
            underWay--;
            if (underWay == 0) {
                nobodyLeft.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in from now on and waits for who is in, so long and no longer; tells whether all have left. */
    public boolean begin(Duration within) {
        lock.lock();
        try {
            begun = true;
            long left = within.toNanos();
            while (underWay > 0 && left > 0) {
                left = nobodyLeft.awaitNanos(left);
            }
            return underWay == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
