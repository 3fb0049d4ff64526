package io.hotspan.service.guard;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses what another web page sends through a visitor's browser. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ForeignPageFilter implements WebFilter {

    private final RequestGuard guard;
    private final boolean pagesOfOthers;

    /**
     * Makes a filter.
     *
     * @param pagesOfOthers whether some other pages may ask; which ones is then decided elsewhere
     */
    public ForeignPageFilter(RequestGuard guard, boolean pagesOfOthers) {
        this.guard = guard;
        this.pagesOfOthers = pagesOfOthers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String host = headers.getFirst(HttpHeaders.HOST);
        if (!guard.isHost(host)) {
            return Mono.error(new ForeignPageException(
                    "This port is bound to loopback and answers under no other name: ask for localhost."));
        }
        if (!pagesOfOthers && !guard.isOwnPage(host, headers.getOrigin())) {
            return Mono.error(new ForeignPageException("Pages of other origins may not ask."));
        }
        return chain.filter(exchange);
    }
}
