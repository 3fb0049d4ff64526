package io.hotspan.service.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the OpenAPI document what the records of our interfaces promise: a component is always there, and is null only
 * if it is {@link Nullable}. A component with a {@code requiredMode} of its own keeps that: requests use it for what
 * may be left out.
 */
public final class RecordNullness implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            Schema<?> model = modelOf(resolved, context.getDefinedModels());
            if (model != null && model.getProperties() != null) {
                describe(raw, model);
            }
        }
        return resolved;
    }

    @SuppressWarnings("rawtypes") // as the library declares it
    private static @Nullable Schema<?> modelOf(Schema<?> resolved, Map<String, Schema> models) {
        String reference = resolved.get$ref();
        return reference == null ? resolved : models.get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void describe(Class<?> record, Schema<?> model) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = name(component.getAccessor());
            Schema<?> property = model.getProperties().get(name);
            if (property == null || requiredMode(component.getAccessor()) != RequiredMode.AUTO) {
                continue;
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (nullable && leavesOutNulls(record)) {
                continue;
            }
            addRequired(model, name);
            if (nullable) {
                model.getProperties().put(name, orNull(property));
            }
        }
    }

    private static String name(Method accessor) {
        JsonProperty property = accessor.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? accessor.getName() : property.value();
    }

    private static RequiredMode requiredMode(Method accessor) {
        ArraySchema array = accessor.getAnnotation(ArraySchema.class);
        if (array != null) {
            return array.arraySchema().requiredMode();
        }
        var schema = accessor.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return schema == null ? RequiredMode.AUTO : schema.requiredMode();
    }

    private static boolean leavesOutNulls(Class<?> record) {
        JsonInclude include = record.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static void addRequired(Schema<?> model, String name) {
        if (model.getRequired() == null || !model.getRequired().contains(name)) {
            model.addRequiredItem(name);
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() == null) {
            property.addType("null");
            return property;
        }
        Schema<?> none = new Schema<>();
        none.addType("null");
        return new Schema<>()
                .addOneOfItem(new Schema<>().$ref(property.get$ref()))
                .addOneOfItem(none);
    }
}
