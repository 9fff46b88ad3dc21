package org.mainstay.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mainstay.kernel.record.RecordType;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The application with the record type of tests.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MainstayTest
@Import(SpecimenTest.Types.class)
public @interface SpecimenTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Types {

        @Bean
        RecordType<?> specimenType() {
            return Specimen.SPECIMEN;
        }
    }
}
