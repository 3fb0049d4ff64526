package io.hotspan.generator.storefront;

/** The six services. Pods of a service share a replica set, hence the middle part of their names. */
enum StorefrontService {
    API_GATEWAY("api-gateway", "gwy", "2.14.0"),
    ORDER_SERVICE("order-service", "ord", "5.3.1"),
    USER_SERVICE("user-service", "abc", "3.9.4"),
    SEARCH_SERVICE("search-service", "sea", "1.27.0"),
    PAYMENT_SERVICE("payment-service", "pay", "4.0.2"),
    NOTIFICATION_SERVICE("notification-service", "ntf", "1.8.0");

    /** Pods are numbered from 1 to this, in every region alike, so that pod and region are independent. */
    static final int PODS = 10;

    private final String serviceName;
    private final String replicaSet;
    private final String version;

    StorefrontService(String serviceName, String replicaSet, String version) {
        this.serviceName = serviceName;
        this.replicaSet = replicaSet;
        this.version = version;
    }

    String serviceName() {
        return serviceName;
    }

    String podName(int pod) {
        return "pod-" + replicaSet + "-" + pod;
    }

    String version() {
        return version;
    }
}
