package io.hotspan.sampling.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

class NameTableTest {

    @Property
    void table_findsWhatAMapFinds(
            @ForAll @Size(max = 200) List<@StringLength(max = 20) String> names,
            @ForAll List<@StringLength(max = 20) String> others,
            @ForAll long seed) {
        NameTable<Integer> table = new NameTable<>(seed);
        Map<String, Integer> map = new HashMap<>();
        for (String name : names) {
            String sent = new String(name.getBytes(UTF_8), UTF_8); // Half a surrogate pair becomes a question mark.
            if (map.putIfAbsent(sent, map.size()) == null) {
                table.add(sent.getBytes(UTF_8), table.size());
            }
        }

        assertThat(table.size()).isEqualTo(map.size());
        map.forEach((name, number) -> assertThat(find(table, name)).isEqualTo(number));
        others.forEach(
                name -> assertThat(find(table, name)).isEqualTo(map.get(new String(name.getBytes(UTF_8), UTF_8))));
    }

    /** Where a message has it: with other bytes before and after. */
    private static @Nullable Integer find(NameTable<Integer> table, String name) {
        byte[] message = ("a" + name + "z").getBytes(UTF_8);
        return table.find(message, 1, message.length - 2);
    }
}
