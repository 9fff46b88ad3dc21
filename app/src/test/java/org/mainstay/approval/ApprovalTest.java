package org.mainstay.approval;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mainstay.testing.MainstayTest;
import org.springframework.context.annotation.Import;

/// The application with an office that asks for approval.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MainstayTest
@Import(Office.class)
@interface ApprovalTest {}
