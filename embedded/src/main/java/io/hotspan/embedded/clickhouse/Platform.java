package io.hotspan.embedded.clickhouse;

import io.hotspan.embedded.MissingLibraryException;
import java.util.Locale;

/** The platforms the engine is published for, each as an npm package of its own. */
enum Platform {
    LINUX_X64("lib-linux-x64-gnu"),
    LINUX_ARM64("lib-linux-arm64-gnu"),
    MACOS_X64("lib-darwin-x64"),
    MACOS_ARM64("lib-darwin-arm64");

    private final String packageName;

    Platform(String packageName) {
        this.packageName = packageName;
    }

    String packageName() {
        return packageName;
    }

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        boolean x64 = osArch.equals("amd64") || osArch.equals("x86_64");
        if (os.contains("linux") && x64) {
            return LINUX_X64;
        }
        if (os.contains("linux") && arm) {
            return LINUX_ARM64;
        }
        if (os.contains("mac") && x64) {
            return MACOS_X64;
        }
        if (os.contains("mac") && arm) {
            return MACOS_ARM64;
        }
        throw new MissingLibraryException(
                "ClickHouse cannot be embedded on %s %s, only on Linux (glibc) and macOS, x64 and arm64: use the Docker Compose stack there."
                        .formatted(osName, osArch));
    }
}
