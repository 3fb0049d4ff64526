package io.hotspan.sampling.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.TraceKeyed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TraceTableTest {

    private record Entry(long high, long low, int value) implements TraceKeyed {}

    @Property
    void table_behavesAsAMap(@ForAll List<@IntRange(min = -60, max = 60) Integer> actions, @ForAll long seed) {
        TraceTable<Entry> table = new TraceTable<>(seed);
        Map<TraceId, Entry> model = new HashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            // Few ids, and alike in most bits, so that they collide; negative numbers remove.
            int number = Math.abs(actions.get(i)) + 1;
            TraceId id = new TraceId(number % 3, number);
            if (actions.get(i) < 0) {
                table.remove(id.high(), id.low());
                model.remove(id);
            } else {
                Entry entry = new Entry(id.high(), id.low(), i);
                table.put(entry);
                model.put(id, entry);
            }
        }
        assertThat(table.size()).isEqualTo(model.size());
        for (int number = 1; number <= 61; number++) {
            assertThat(table.find(number % 3, number)).isEqualTo(model.get(new TraceId(number % 3, number)));
        }
    }
}
