package io.hotspan.generator.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.generator.OtlpHttpReceiver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;

class BulkCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void run_intoAFileAndIntoAReceiver_deliversTheSame() throws Exception {
        Path file = folder.resolve("traces.otlp");
        run("--traces=600", "--seed=3", "--out=" + file);
        try (OtlpHttpReceiver receiver = new OtlpHttpReceiver()) {
            run("--traces=600", "--seed=3", "--endpoint=" + receiver.endpoint());
            assertThat(receiver.received()).hasSize(3).isEqualTo(read(file));
        }
        assertThat(printed.toString(UTF_8)).contains("600 traces");
    }

    private void run(String... arguments) throws Exception {
        BulkCommand.run(new DefaultApplicationArguments(arguments), new PrintStream(printed, true, UTF_8));
    }

    private static List<ExportTraceServiceRequest> read(Path file) throws Exception {
        List<ExportTraceServiceRequest> requests = new ArrayList<>();
        try (InputStream input = Files.newInputStream(file)) {
            ExportTraceServiceRequest request;
            while ((request = ExportTraceServiceRequest.parseDelimitedFrom(input)) != null) {
                requests.add(request);
            }
        }
        return requests;
    }
}
