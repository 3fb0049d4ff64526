package io.hotspan.standalone.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files below one folder. */
record StaticFiles(Path root) {

    private static final String BINARY = "application/octet-stream";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("md", "text/markdown; charset=utf-8"));
    /** What the build names by its content never changes. */
    private static final Pattern HASHED = Pattern.compile(".*\\.[0-9a-f]{8,}\\.\\w+");

    StaticFiles {
        root = root.toAbsolutePath().normalize();
    }

    /** Returns the file for a decoded path relative to the folder; never one outside it. */
    Optional<Path> find(String relative) {
        if (relative.indexOf('\0') >= 0 || relative.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        Path file = root.resolve(relative.replaceFirst("^/+", "")).normalize();
        return file.startsWith(root) && Files.isRegularFile(file) && isWithinRoot(file)
                ? Optional.of(file)
                : Optional.empty();
    }

    static String contentType(Path file) {
        String name = file.toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, BINARY);
    }

    static String cacheControl(Path file) {
        return HASHED.matcher(String.valueOf(file.getFileName())).matches()
                ? "public, max-age=31536000, immutable"
                : "no-cache";
    }

    /** A link could lead out. */
    private boolean isWithinRoot(Path file) {
        try {
            return file.toRealPath().startsWith(root.toRealPath());
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
