package org.mainstay.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mainstay.Mainstay;
import org.mainstay.kernel.store.HistoryReplay;
import org.mainstay.transfer.Loader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole application on a database where nothing is but what came with it and what these tests made: for what
/// concerns the configuration as a whole. Tests that carry it share one context.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Mainstay.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"mainstay.rate.per-second=0", "spring.main.register-shutdown-hook=false"})
@ExtendWith(HistoryReplay.class)
@Import({Cast.class, Loader.class})
@ContextConfiguration(initializers = TestDatabase.OwnInitializer.class)
public @interface OwnInstallationTest {}
