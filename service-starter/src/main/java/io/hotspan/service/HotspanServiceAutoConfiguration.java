package io.hotspan.service;

import io.hotspan.service.guard.ForeignPageFilter;
import io.hotspan.service.guard.RequestGuard;
import io.hotspan.service.openapi.RecordNullness;
import io.hotspan.service.problem.Problem;
import io.hotspan.service.problem.ProblemExceptionHandler;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.tags.Tag;
import java.net.InetAddress;
import java.util.Comparator;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.cors.reactive.CorsWebFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem details, the guard against foreign pages and the OpenAPI document's common parts, for every service that has
 * the starter.
 */
@AutoConfiguration(before = {ErrorWebFluxAutoConfiguration.class, NettyReactiveWebServerAutoConfiguration.class})
class HotspanServiceAutoConfiguration {
    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    /**
     * Event loops of its own for each service: with Netty's global ones, the first to stop would stop its neighbours.
     */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }

    @Bean
    ProblemExceptionHandler problemExceptionHandler(JsonMapper json) {
        return new ProblemExceptionHandler(json);
    }

    /** A service that lets some pages in has a filter of its own, which knows them. */
    @Bean
    ForeignPageFilter foreignPageFilter(ServerProperties server, ObjectProvider<CorsWebFilter> cors) {
        InetAddress address = server.getAddress();
        RequestGuard guard = new RequestGuard(address != null && address.isLoopbackAddress());
        return new ForeignPageFilter(guard, cors.getIfAvailable() != null);
    }

    @Bean
    RecordNullness recordNullness() {
        return new RecordNullness();
    }

    /** Names the service and adds to every operation what each of them may answer: a problem. */
    @Bean
    GlobalOpenApiCustomizer commonOpenApi(Environment environment) {
        return api -> {
            api.info(new Info()
                    .title("Hotspan " + environment.getProperty("spring.application.name", ""))
                    .version("1")
                    .license(new License().name("Apache-2.0")));
            api.servers(null); // the address it happened to be asked at
            if (api.getTags() != null) {
                api.tags(api.getTags().stream()
                        .sorted(Comparator.comparing(Tag::getName))
                        .toList());
            }
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            ApiResponse problem = new ApiResponse()
                    .description("Why there is no answer")
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json",
                                    new MediaType().schema(new Schema<>().$ref(PROBLEM_SCHEMA))));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("default", problem));
        };
    }
}
