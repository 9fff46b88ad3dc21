package org.mainstay.people.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/// Prints a set-up link where an installation starts to serve and nobody administers it.
final class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final SetUp setUp;

    FirstAdministrator(SetUp setUp) {
        this.setUp = setUp;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var settings = event.getApplicationContext().getEnvironment();
        var port = settings.getProperty("local.server.port", Integer.class, -1);
        if (port > 0 && !settings.getProperty("mainstay.demo", Boolean.class, false) && setUp.waits()) {
            LOG.warn(
                    "Nobody administers this Mainstay yet. Within {} minutes, open {}{}",
                    SetUp.LIVES.toMinutes(),
                    address(settings, port),
                    setUp.link(null, null, null));
        }
    }

    private static String address(Environment settings, int port) {
        var own = "http://" + settings.getProperty("server.address", "127.0.0.1") + ":" + port;
        return settings.getProperty("mainstay.url", own).replaceAll("/+$", "");
    }
}
