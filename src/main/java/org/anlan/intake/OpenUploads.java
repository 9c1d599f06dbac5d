package org.anlan.intake;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.anlan.base.Refusal;
import org.anlan.store.Archive;
import org.anlan.store.Store;
import org.anlan.store.Upload;
import org.anlan.store.UploadLog;

/**
 * The uploads that are neither committed nor dropped. Several people, or one with two windows, may work on the same upload: what was decided in the
 * meantime, on whichever node, is never undone.
 */
final class OpenUploads {

    private final UploadLog log;
    private final Archive archive;
    private final ReentrantLock moving = new ReentrantLock();

    OpenUploads(Store store) {
        this.log = store.uploads();
        this.archive = store.archive();
    }

    /** Keeps a new upload. Its file was kept before; it is there still unless it was removed in between, and then this is refused. */
    Upload begin(Upload upload) {
        moving.lock();
        try {
            log.put(upload);
            archive.file(upload.sha256());
            return upload;
        } catch (Refusal gone) {
            log.put(upload.with(Upload.State.DROPPED));
            throw gone;
        } finally {
            moving.unlock();
        }
    }

    /** Removes a file that nothing needs. */
    void forget(String sha256) throws IOException {
        moving.lock();
        try {
            if (!log.needsFile(sha256)) {
                archive.remove(sha256);
            }
        } finally {
            moving.unlock();
        }
    }

    /** Ends an upload that is still open without a commit; else refused as by {@link #open}. */
    Upload end(String id, Upload.State how) throws IOException {
        Upload now = open(id);
        Upload ended = keep(now, now.with(how));
        forget(ended.sha256());
        return ended;
    }

    /** Keeps that an upload was committed, whatever became of it meanwhile: its features are in the layers. */
    void committed(Upload upload) {
        log.put(upload.with(Upload.State.COMMITTED));
    }

    /** The upload with this id as it is now; refused ({@code unknown-upload}). */
    Upload find(String id) {
        return log.find(id)
                .orElseThrow(() -> Refusal.notFound("unknown-upload", "没有上传 %s", "There is no upload %s", id));
    }

    /** The upload with this id as it is now; refused ({@code already-committed}, {@code upload-dropped}) when its way has ended. */
    Upload open(String id) {
        Upload now = find(id);
        switch (now.state()) {
            case INSPECTED, CHECKED -> {}
            case COMMITTED ->
                throw Refusal.conflict("already-committed", "这次上传已经提交过了", "This upload has been committed already");
            case EXPIRED ->
                throw Refusal.conflict(
                        "upload-expired",
                        "这次上传放置过久，已过期；请重新上传",
                        "This upload lay too long and has expired; upload the file again");
            case DROPPED ->
                throw Refusal.conflict(
                        "upload-dropped", "这次上传已被放弃；请重新上传", "This upload was dropped; upload the file again");
        }
        return now;
    }

    /** Keeps the next state of an upload; refused as by {@link #open} when its way has ended, and ({@code upload-moved}) when somebody was faster. */
    Upload keep(Upload was, Upload next) {
        if (log.move(was, next)) {
            return next;
        }
        open(was.id());
        throw Refusal.conflict(
                "upload-moved",
                "刚才有人更改了这次上传；请重新查看后再试",
                "Somebody has just changed this upload; look at it again and retry");
    }

    /** Keeps that an upload was checked, unless it was decided otherwise about it meanwhile. */
    void checked(Upload upload) {
        log.move(upload, upload.with(Upload.State.CHECKED));
    }
}
