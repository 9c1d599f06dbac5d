package org.anlan.store.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.anlan.base.Refusal;

/** Keeps a second writing process away from a data folder. The operating system drops the lock when the process ends, however it ends. */
final class StoreLock implements Closeable {

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock of a data folder; refused ({@code store-in-use}) while another process has it. */
    static StoreLock take(Path folder) {
        Path file = folder.resolve("anlan.lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                String owner = Files.readString(file, StandardCharsets.UTF_8).strip();
                channel.close();
                throw Refusal.conflict(
                        "store-in-use",
                        "数据目录 %1$s 正被另一个进程（%2$s）使用。请先停止它，或用 --data 指定别的目录；服务运行时请通过网页或 HTTP 接口上传。",
                        "The data folder %1$s is in use by another process (%2$s). Stop it first or name another folder with --data; while the "
                                + "service runs, upload through the page or the HTTP API.",
                        folder,
                        owner.isEmpty() ? "?" : "pid " + owner);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new StoreLock(channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw notWritable(folder, e);
        }
    }

    /** The refusal for a data folder that cannot be written. */
    static Refusal notWritable(Path folder, IOException reason) {
        return Refusal.unavailable(
                "data-not-writable",
                "数据目录 %1$s 不可写（%2$s）。请检查权限和磁盘空间，或用 --data 指定别的目录。",
                "The data folder %1$s cannot be written (%2$s). Check its permissions and the disk space, or name another with --data.",
                folder,
                reason);
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
