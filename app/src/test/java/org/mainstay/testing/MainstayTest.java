package org.mainstay.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mainstay.Mainstay;
import org.mainstay.approval.Office;
import org.mainstay.cmdb.drift.Scene;
import org.mainstay.incident.Desk;
import org.mainstay.kernel.store.HistoryReplay;
import org.mainstay.transfer.Loader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole application on any free port and the shared test database, answering as fast as tests ask. Tests that
/// carry it share one context, with everybody who does something in it: a further one would go on working beside it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Mainstay.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mainstay.rate.per-second=0",
            "mainstay.outbound.allow=127.0.0.1",
            // the database ends together with this process, so that nothing is left to be closed
            "spring.main.register-shutdown-hook=false"
        })
@ExtendWith(HistoryReplay.class)
@Import({Cast.class, Loader.class, ApprovedLocations.class, Desk.class, Office.class, Scene.class})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface MainstayTest {}
