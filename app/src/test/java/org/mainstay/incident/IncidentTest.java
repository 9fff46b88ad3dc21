package org.mainstay.incident;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mainstay.testing.MainstayTest;
import org.springframework.context.annotation.Import;

/// The application with a desk to work at.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MainstayTest
@Import(Desk.class)
@interface IncidentTest {}
