package io.hotspan.service.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.service.HotspanService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;

/** Requests as a browser sends them for a page, with the headers that no HTTP client lets one set. */
class ForeignPageIT {

    @SpringBootApplication(proxyBeanMethods = false)
    @RestController
    static class Shop {
        @GetMapping("/orders")
        String orders() {
            return "none";
        }
    }

    @SpringBootApplication(proxyBeanMethods = false)
    @RestController
    static class OpenShop {
        @GetMapping("/orders")
        String orders() {
            return "none";
        }

        @Bean
        CorsWebFilter friends() {
            CorsConfiguration friends = new CorsConfiguration();
            friends.addAllowedOrigin("https://friend.example");
            return new CorsWebFilter(_ -> friends);
        }
    }

    private static ConfigurableApplicationContext onLoopback;
    private static ConfigurableApplicationContext openToOthers;
    private static ConfigurableApplicationContext withFriends;

    @BeforeAll
    static void start() {
        onLoopback = HotspanService.run(Shop.class, "shop", "--server.port=0", "--server.address=127.0.0.1");
        openToOthers = HotspanService.run(Shop.class, "shop", "--server.port=0", "--server.address=0.0.0.0");
        withFriends = HotspanService.run(OpenShop.class, "shop", "--server.port=0", "--server.address=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        onLoopback.close();
        openToOthers.close();
        withFriends.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Host: localhost:8080, 200",
        "Host: 127.0.0.1, 200",
        "Host: [::1]:8080, 200",
        "Host: evil.example, 403",
        "Host: localhost.evil.example:8080, 403",
        "'Host: localhost:8080\r\nOrigin: http://localhost:8080', 200",
        "'Host: localhost:8080\r\nOrigin: http://localhost:5000', 403",
        "'Host: localhost:8080\r\nOrigin: https://evil.example', 403",
        "'Host: localhost:8080\r\nOrigin: null', 403",
        "'Host: localhost:8080\r\nOrigin: %%%', 403"
    })
    void portOnLoopback_answersItsOwnNamesAndPages(String headers, int status) throws IOException {
        assertThat(status(onLoopback, headers)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Host: hotspan.example, 200",
        "'Host: hotspan.example\r\nOrigin: https://hotspan.example', 200",
        "'Host: hotspan.example\r\nOrigin: https://evil.example', 403"
    })
    void portOpenToOthers_answersEveryNameButOnlyItsOwnPages(String headers, int status) throws IOException {
        assertThat(status(openToOthers, headers)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "'Host: localhost\r\nOrigin: https://friend.example', 200",
        "'Host: localhost\r\nOrigin: https://evil.example', 403",
        "'Host: evil.example\r\nOrigin: https://friend.example', 403"
    })
    void serviceThatNamesOtherPages_letsThoseIn(String headers, int status) throws IOException {
        assertThat(status(withFriends, headers)).isEqualTo(status);
    }

    private static int status(ConfigurableApplicationContext service, String headers) throws IOException {
        int port = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /orders HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return Integer.parseInt(response.split(" ", 3)[1]);
        }
    }
}
