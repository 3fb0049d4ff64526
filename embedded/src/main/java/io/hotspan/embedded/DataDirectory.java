package io.hotspan.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A directory that exists, can be written, has room, and is locked for one server until closed. */
public final class DataDirectory implements AutoCloseable {

    private static final long MINIMUM_FREE_BYTES = 256L << 20;

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Creates the directory where it is missing and locks it. */
    public static DataDirectory open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        FileChannel lockFile = null;
        try {
            Files.createDirectories(path);
            lockFile = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            requireLock(path, lockFile);
            requireRoom(path);
            return new DataDirectory(path, lockFile);
        } catch (IOException e) {
            closeQuietly(lockFile);
            throw new DataDirectoryException(
                    path,
                    "The data directory %s cannot be written (%s): give this user the right to write there or choose another directory."
                            .formatted(path, e.getClass().getSimpleName()),
                    e);
        } catch (DataDirectoryException e) {
            closeQuietly(lockFile);
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /** Gives the lock back; the data stays. */
    @Override
    public void close() {
        closeQuietly(lockFile);
    }

    private static void requireLock(Path path, FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: as taken as if another one held it.
        }
        throw new DataDirectoryException(
                path,
                "The data directory %s is in use by another process: stop that one or choose another directory."
                        .formatted(path),
                null);
    }

    private static void requireRoom(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < MINIMUM_FREE_BYTES) {
            throw new DataDirectoryException(
                    path,
                    "The disk of the data directory %s is full (%d MiB free, %d MiB needed): free some space or choose another directory."
                            .formatted(path, free >> 20, MINIMUM_FREE_BYTES >> 20),
                    null);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }
}
