package org.anlan.http.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks something that may not answer. Whoever asks waits so long and no longer; while an answer is still out, others wait for the same one, so that
 * never more than one thread is held up.
 */
final class Question<T> {

    private final Callable<T> asked;
    private final Executor thread;
    private Optional<FutureTask<T>> out = Optional.empty();

    /**
     * @param name of the thread that asks
     * @param asked gives the answer
     */
    Question(String name, Callable<T> asked) {
        this.asked = asked;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), work -> {
                    Thread made = new Thread(work, name);
                    made.setDaemon(true);
                    return made;
                });
        one.allowCoreThreadTimeOut(true);
        this.thread = one;
    }

    /** The answer; empty when it does not come in time. What went wrong with it is thrown here. */
    Optional<T> within(Duration atMost) throws ExecutionException {
        try {
            return Optional.of(ask().get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized FutureTask<T> ask() {
        if (out.filter(answer -> !answer.isDone()).isEmpty()) {
            FutureTask<T> next = new FutureTask<>(asked);
            out = Optional.of(next);
            thread.execute(next);
        }
        return out.orElseThrow();
    }
}
