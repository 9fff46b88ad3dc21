package org.mainstay;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesDependOnlyOnWhatTheySay() {
        ApplicationModules.of(Mainstay.class).verify();
    }
}
