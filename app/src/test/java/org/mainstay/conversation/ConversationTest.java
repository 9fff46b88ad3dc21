package org.mainstay.conversation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mainstay.testing.SpecimenTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The application with specimens to talk about.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpecimenTest
@Import(Stage.class)
@TestPropertySource(properties = {"mainstay.attachment.max-size=300KB", "mainstay.attachment.forbidden=exe,vbs"})
@interface ConversationTest {}
