package io.hotspan.embedded.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServersIT {

    @Test
    void servers_areShared() {
        assertThat(TestServers.clickHouse()).isSameAs(TestServers.clickHouse());
        assertThat(TestServers.kafka()).isSameAs(TestServers.kafka());
    }

    @Test
    void names_areNeverTheSame() {
        assertThat(TestServers.clickHouse().freshDatabase())
                .isNotEqualTo(TestServers.clickHouse().freshDatabase());
        assertThat(TestServers.kafka().freshPrefix())
                .isNotEqualTo(TestServers.kafka().freshPrefix());
    }
}
