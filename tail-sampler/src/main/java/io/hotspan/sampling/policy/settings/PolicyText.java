package io.hotspan.sampling.policy.settings;

import io.hotspan.telemetry.SpanStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A policy in one line of YAML, as it could be configured again. */
final class PolicyText {

    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.MILLIS);

    private PolicyText() {}

    static String of(PolicyProperties policy) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        return new Yaml(options).dump(plain(policy)).strip();
    }

    private static Map<String, Object> plain(PolicyProperties policy) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("name", policy.name());
        given.put("type", policy.type());
        given.putAll(policy.settings());
        given.put("share", policy.share());
        Map<String, Object> plain = new LinkedHashMap<>();
        given.forEach((setting, value) -> {
            if (value != null) {
                plain.put(setting, plain(value));
            }
        });
        return plain;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case List<?> list -> {
                List<Object> plain = new ArrayList<>();
                list.forEach(element -> plain.add(plain(element)));
                yield plain;
            }
            case PolicyProperties policy -> plain(policy);
            case PolicyType type -> type.label();
            case SpanStatus status -> status.name().toLowerCase(Locale.ROOT);
            case PolicyProperties.AttributeScope scope -> scope.name().toLowerCase(Locale.ROOT);
            case Duration duration -> text(duration);
            case DataSize size -> text(size);
            case BigDecimal number -> number(number);
            default -> value;
        };
    }

    private static String text(Duration duration) {
        for (ChronoUnit unit : UNITS) {
            if (!duration.isZero() && duration.toNanos() % unit.getDuration().toNanos() == 0) {
                return DurationStyle.SIMPLE.print(duration, unit);
            }
        }
        return DurationStyle.SIMPLE.print(duration, ChronoUnit.NANOS);
    }

    private static String text(DataSize size) {
        DataUnit[] units = {DataUnit.GIGABYTES, DataUnit.MEGABYTES, DataUnit.KILOBYTES};
        String[] names = {"GB", "MB", "KB"};
        for (int i = 0; i < units.length; i++) {
            long bytes = DataSize.of(1, units[i]).toBytes();
            if (size.toBytes() != 0 && size.toBytes() % bytes == 0) {
                return size.toBytes() / bytes + names[i];
            }
        }
        return size.toBytes() + "B";
    }

    private static Object number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 ? plain.toBigInteger() : number;
    }
}
