package org.anlan.tiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.anlan.base.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tiles on disk, so that a service that is started again, or one with little memory, need not make them anew. Each is a file named by the hash of what it
 * was asked by; it may be deleted at any time. When they take more than they may, those that nobody asked for longest go first.
 */
public final class TileFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TileFolder.class);

    /** So much of the room is left in use when it was full. */
    private static final double AFTER_CLEARING = 0.8;

    private final Path folder;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();

    /**
     * Opens the folder, and makes it where it is not there yet.
     *
     * @param mostBytes what all tiles in it may take together
     */
    public TileFolder(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        try {
            Files.createDirectories(folder);
            bytes.set(files().stream().mapToLong(Kept::bytes).sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Kept(Path path, long bytes, FileTime used) {}

    /** The tile that was asked by this; a file that cannot be read is as if it were not there. */
    Optional<Tile> find(String question) {
        Path file = file(question);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Tile tile = Tile.ofGzip(Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return Optional.of(tile);
        } catch (IOException e) {
            LOG.warn("a kept tile cannot be read and is made anew: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Keeps a tile; where that fails (a full disk) it is made again when it is asked for again. */
    void keep(String question, Tile tile) {
        Path file = file(question);
        try {
            Files.createDirectories(file.getParent());
            Path arriving = Files.createTempFile(file.getParent(), ".making-", "");
            try {
                Files.write(arriving, tile.gzip());
                Files.move(arriving, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(arriving);
            }
            if (bytes.addAndGet(tile.gzip().length) > mostBytes) {
                clear();
            }
        } catch (IOException e) {
            LOG.warn("a tile could not be kept: {}", e.toString());
        }
    }

    private Path file(String question) {
        String name = Sha256.of(question);
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    private synchronized void clear() throws IOException {
        List<Kept> files = files();
        files.sort(Comparator.comparing(Kept::used));
        long left = files.stream().mapToLong(Kept::bytes).sum();
        for (Kept one : files) {
            if (left <= mostBytes * AFTER_CLEARING) {
                break;
            }
            Files.deleteIfExists(one.path());
            left -= one.bytes();
        }
        bytes.set(left);
    }

    private List<Kept> files() throws IOException {
        List<Kept> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                files.add(new Kept(file, about.size(), about.lastModifiedTime()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // somebody deleted it just now
            }
        });
        return files;
    }
}
