package io.hotspan.embedded.clickhouse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine's C functions. {@code chdb_query_cmdline} runs clickhouse-local, which can serve the real HTTP port
 * ({@code SYSTEM START LISTEN}) for as long as its last query runs. That query reads a pipe of ours: it costs nothing
 * while it waits, and ends when {@link #stop} closes the pipe.
 */
@SuppressWarnings("restricted") // What the process of its own is for: a fault here ends nothing else.
final class NativeEngine {

    private static final long MAX_ERROR_BYTES = 1 << 20;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library;
    private final int pipeReader;
    private final int pipeWriter;

    NativeEngine(Path libraryFile) throws Throwable {
        library = SymbolLookup.libraryLookup(libraryFile, Arena.global());
        // The JVM's own handlers must stay: it uses SIGSEGV for its safepoints.
        function("chdb_set_signal_handlers_enabled", FunctionDescriptor.ofVoid(JAVA_INT))
                .invokeExact(0);
        MemorySegment descriptors = Arena.global().allocate(JAVA_INT, 2);
        int failed =
                (int) libc("pipe", FunctionDescriptor.of(JAVA_INT, ADDRESS)).invokeExact(descriptors);
        if (failed != 0) {
            throw new IllegalStateException("The operating system gave no pipe: raise the limit of open files.");
        }
        pipeReader = descriptors.getAtIndex(JAVA_INT, 0);
        pipeWriter = descriptors.getAtIndex(JAVA_INT, 1);
    }

    /**
     * Leaves the terminal's process group: its Ctrl-C is for the parent, which still needs the engine while it ends.
     */
    void leaveProcessGroup() throws Throwable {
        int _ = (int) libc("setsid", FunctionDescriptor.of(JAVA_INT)).invokeExact();
    }

    /** Serves until {@link #stop}; returns the engine's error, or null when it ended in peace. */
    @Nullable
    String serve(Path configFile, Path dataDirectory) throws Throwable {
        List<String> arguments = List.of(
                "clickhouse-local",
                "--config-file=" + configFile,
                "--path=" + dataDirectory,
                "--log-level=information",
                "--query=SYSTEM START LISTEN HTTP; SELECT count() FROM file('/dev/fd/%d', LineAsString) FORMAT Null"
                        .formatted(pipeReader));
        MemorySegment argv = Arena.global().allocate(ADDRESS, arguments.size() + 1L);
        for (int i = 0; i < arguments.size(); i++) {
            argv.setAtIndex(ADDRESS, i, Arena.global().allocateFrom(arguments.get(i)));
        }
        MemorySegment result =
                (MemorySegment) function("chdb_query_cmdline", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS))
                        .invokeExact(arguments.size(), argv);
        MemorySegment error = (MemorySegment) function("chdb_result_error", FunctionDescriptor.of(ADDRESS, ADDRESS))
                .invokeExact(result);
        return error.address() == 0 ? null : error.reinterpret(MAX_ERROR_BYTES).getString(0);
    }

    void stop() throws Throwable {
        int ignored =
                (int) libc("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT)).invokeExact(pipeWriter);
    }

    private MethodHandle function(String name, FunctionDescriptor descriptor) {
        return linker.downcallHandle(library.findOrThrow(name), descriptor);
    }

    private MethodHandle libc(String name, FunctionDescriptor descriptor) {
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }
}
