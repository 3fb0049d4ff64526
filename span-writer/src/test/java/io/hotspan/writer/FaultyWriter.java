package io.hotspan.writer;

import io.hotspan.service.HotspanService;
import io.hotspan.writer.batch.RowsRejectedException;
import io.hotspan.writer.batch.SpanTable;
import io.hotspan.writer.batch.TableUnavailableException;
import io.hotspan.writer.row.RowBuffer;
import io.hotspan.writer.row.RowKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The writer with a table that notes each insert and, after some, ends the process as kill -9 would. */
@Import(SpanWriterApplication.class)
class FaultyWriter {
    static final int KILLED = 137;

    public static void main(String[] args) {
        HotspanService.run(FaultyWriter.class, "span-writer", args);
    }

    @Bean
    static BeanPostProcessor faults(Environment environment) {
        int haltAfter = environment.getProperty("test.halt-after-inserts", Integer.class, Integer.MAX_VALUE);
        long stallMillis = environment.getProperty("test.stall-millis", Long.class, 0L);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SpanTable table ? new FaultyTable(table, haltAfter, stallMillis) : bean;
            }
        };
    }

    /** Passes inserts on. */
    static final class FaultyTable implements SpanTable {
        final List<String> tokens = new CopyOnWriteArrayList<>();
        private final AtomicInteger inserts = new AtomicInteger();
        private final SpanTable table;
        private final int haltAfter;
        private final long stallMillis;

        FaultyTable(SpanTable table, int haltAfter, long stallMillis) {
            this.table = table;
            this.haltAfter = haltAfter;
            this.stallMillis = stallMillis;
        }

        @Override
        public void prepare() {
            table.prepare();
        }

        @Override
        public void insert(RowKind kind, RowBuffer rows, int from, int to, String token)
                throws RowsRejectedException, TableUnavailableException {
            stall();
            table.insert(kind, rows, from, to, token);
            tokens.add(token);
            if (inserts.incrementAndGet() >= haltAfter) {
                System.out.println("inserted " + token);
                System.out.flush();
                Runtime.getRuntime().halt(KILLED);
            }
        }

        /** As a long collection of garbage would: deaf to interrupts. */
        private void stall() {
            long until = System.nanoTime() + stallMillis * 1_000_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        }
    }
}
