package io.hotspan.generator.pack;

import java.util.List;
import java.util.Map;

/**
 * A planted failure as its pack describes it.
 *
 * @param trigger attribute name to the value, or values, under which it strikes
 * @param symptom what a user of the system would notice
 * @param foundBy the attributes an explanation of its symptom must name
 * @param lookAt where the symptom shows on a heatmap
 * @param defaultShare the fraction of all traffic steered into the trigger
 */
public record Scenario(
        String id,
        String name,
        Map<String, String> trigger,
        String symptom,
        List<String> foundBy,
        SymptomBox lookAt,
        double defaultShare) {

    public Scenario {
        foundBy = List.copyOf(foundBy);
        if (!(defaultShare >= 0 && defaultShare <= 1)) {
            throw new IllegalArgumentException("The share of " + id + " must be from 0 to 1, is " + defaultShare);
        }
    }
}
