package io.hotspan.generator.storefront;

/** Where a request is served; all services of one request run in one region. */
enum Region {
    US_EAST_1("us-east-1"),
    EU_WEST_1("eu-west-1"),
    US_WEST_2("us-west-2"),
    AP_SOUTHEAST_1("ap-southeast-1"),
    EU_CENTRAL_1("eu-central-1");

    private final String id;

    Region(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
