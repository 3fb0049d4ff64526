package io.hotspan.sampling.policy.settings;

import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.PolicySet.Precedence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A YAML file of policies. Whatever is wrong with it is said with file, line and column. */
public final class PolicyFile {

    record Content(
            @DefaultValue("all-vote") Precedence precedence,
            @DefaultValue List<PolicyProperties> policies) {}

    private final Path path;

    /** The file of this name, as messages are to call it; it is not read. */
    public PolicyFile(Path path) {
        this.path = path;
    }

    /**
     * The policies in this content of the file.
     *
     * @throws InvalidPolicyFileException if it cannot be understood or holds none
     */
    public PolicySet parse(byte[] yaml) {
        List<ConfigurationPropertySource> sources = sources(yaml);
        Content content = bind(sources);
        if (content.policies().isEmpty()) {
            throw new InvalidPolicyFileException(
                    path.toString(), null, "no policies; begin with 'policies:' and list at least one");
        }
        try {
            return PolicyProperties.policySet(content.policies(), content.precedence());
        } catch (InvalidPolicyException e) {
            throw invalid(PolicyOrigins.find(sources, "policies" + e.setting()), String.valueOf(e.getMessage()));
        }
    }

    private List<ConfigurationPropertySource> sources(byte[] yaml) {
        try {
            List<ConfigurationPropertySource> sources = new ArrayList<>();
            for (PropertySource<?> source :
                    new YamlPropertySourceLoader().load("policies", new ByteArrayResource(yaml, path.toString()))) {
                ConfigurationPropertySources.from(source).forEach(sources::add);
            }
            return sources;
        } catch (MarkedYAMLException e) {
            throw new InvalidPolicyFileException(path.toString(), location(e), "not YAML: " + e.getProblem());
        } catch (IOException | RuntimeException e) {
            throw new InvalidPolicyFileException(path.toString(), null, "not YAML: " + e.getMessage());
        }
    }

    private Content bind(List<ConfigurationPropertySource> sources) {
        try {
            return new Binder(sources)
                    .bindOrCreate(
                            ConfigurationPropertyName.EMPTY.toString(),
                            Bindable.of(Content.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
        } catch (BindException e) {
            throw explained(e);
        }
    }

    private InvalidPolicyFileException explained(BindException e) {
        if (e.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
            ConfigurationProperty first =
                    unbound.getUnboundProperties().iterator().next();
            return invalid(first.getOrigin(), "there is no setting " + first.getName());
        }
        ConfigurationProperty property = e.getProperty();
        return property == null
                ? invalid(null, String.valueOf(e.getMessage()))
                : invalid(
                        property.getOrigin(),
                        property.getValue() + " cannot be the "
                                + property.getName().getLastElement(ConfigurationPropertyName.Form.DASHED));
    }

    private InvalidPolicyFileException invalid(@Nullable Origin origin, String explanation) {
        TextResourceOrigin text = PolicyOrigins.text(origin);
        return new InvalidPolicyFileException(path.toString(), text == null ? null : text.getLocation(), explanation);
    }

    private static @Nullable Location location(MarkedYAMLException e) {
        Mark mark = e.getProblemMark();
        return mark == null ? null : new Location(mark.getLine(), mark.getColumn());
    }
}
