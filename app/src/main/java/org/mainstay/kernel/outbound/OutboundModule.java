package org.mainstay.kernel.outbound;

import java.util.HashMap;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The bean of calls to other systems.
@Configuration(proxyBeanMethods = false)
class OutboundModule {

    @Bean
    Outbound outbound(Environment settings, ObjectProvider<StandIn> standIns) {
        var allowed = settings.getProperty("mainstay.outbound.allow", String[].class, new String[0]);
        var authorisation = Binder.get(settings)
                .bind("mainstay.outbound.authorization", Bindable.mapOf(String.class, String.class))
                .orElseGet(HashMap::new);
        // a secret that comes from a file often ends with its line
        authorisation.replaceAll((_, secret) -> secret.strip());
        return new Outbound(Set.of(allowed), authorisation, standIns.stream().toList());
    }
}
