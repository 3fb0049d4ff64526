package io.hotspan.generator.storefront;

import org.jspecify.annotations.Nullable;

/**
 * What a request is before anything happens to it.
 *
 * @param flag the feature flag it runs under, or null
 * @param userPod the pod of user-service that would serve it
 */
record Request(
        Route route,
        String method,
        Region region,
        String tenant,
        @Nullable String flag,
        String platform,
        String build,
        int userPod,
        String userId) {

    Request onRoute(Route newRoute, String newMethod) {
        return new Request(newRoute, newMethod, region, tenant, flag, platform, build, userPod, userId);
    }

    Request inRegion(Region newRegion) {
        return new Request(route, method, newRegion, tenant, flag, platform, build, userPod, userId);
    }

    Request ofTenant(String newTenant) {
        return new Request(route, method, region, newTenant, flag, platform, build, userPod, userId);
    }

    Request withFlag(String newFlag) {
        return new Request(route, method, region, tenant, newFlag, platform, build, userPod, userId);
    }

    Request onPlatform(String newPlatform) {
        return new Request(route, method, region, tenant, flag, newPlatform, build, userPod, userId);
    }

    Request ofBuild(String newBuild) {
        return new Request(route, method, region, tenant, flag, platform, newBuild, userPod, userId);
    }

    Request onUserPod(int newUserPod) {
        return new Request(route, method, region, tenant, flag, platform, build, newUserPod, userId);
    }
}
