package io.hotspan.generator.storefront;

/** notification-service, which calls nobody. */
final class NotificationService {

    private NotificationService() {}

    static int send(SpanDraft server) {
        server.spend(11, 0.5);
        return 202;
    }
}
