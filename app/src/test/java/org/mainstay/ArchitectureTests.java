package org.mainstay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.text.DateFormat;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// What the compiler cannot see. Each rule is a decision of the design; a new exception to one is a
/// decision too.
class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target/classes/org/mainstay"));

    private static final Pattern LAYER_NAME =
            Pattern.compile(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|VO)|(Base|Abstract)[A-Z].*");

    /// Words of the glossary that only look like layers.
    private static final Set<String> BUSINESS_WORDS = Set.of("BusinessService", "TechnicalService");

    private static final Set<String> CLOCKED =
            Set.of("Instant", "LocalDate", "LocalTime", "LocalDateTime", "OffsetDateTime", "ZonedDateTime", "Year");

    /// Starts and stops PostgreSQL, and nothing else.
    private static final String PROCESSES = "org.mainstay.kernel.database.Postmaster";

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_TEMPLATE = 80;

    @Test
    void sqlIsWrittenInTheKernelAndInQueries() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mainstay.kernel..")
                .and(describe(
                        "are no queries",
                        type -> !outermost(type).getSimpleName().endsWith("Queries")))
                .should()
                .dependOnClassesThat(belongToAnyOf(
                        DSLContext.class, DataSource.class, Connection.class, JdbcOperations.class, JdbcClient.class))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void classesAreNamedAfterTheBusinessAndNotAfterLayers() {
        assertThat(MAIN.stream().map(JavaClass::getSimpleName))
                .filteredOn(name -> LAYER_NAME.matcher(name).matches())
                .isSubsetOf(BUSINESS_WORDS);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(MAIN.stream().map(JavaClass::getPackage).distinct().filter(name -> !nullMarked(name)))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    @Test
    void dependenciesComeByConstructor() {
        members()
                .should()
                .notBeAnnotatedWith(Autowired.class)
                .andShould()
                .notBeAnnotatedWith(Value.class)
                .check(MAIN);
    }

    @Test
    void emptinessIsReturnedAndNotKept() {
        fields().should()
                .notHaveRawType(Optional.class)
                .because("Optional is for answers; @Nullable says it for the rest")
                .check(MAIN);
    }

    @Test
    void datesAreOfJavaTime() {
        noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(Date.class, Calendar.class, DateFormat.class))
                .check(MAIN);
    }

    @Test
    void todayIsAskedOfAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mainstay.kernel.database..")
                .should()
                .callMethodWhere(describe("reads the time past the clock", ArchitectureTests::pastTheClock))
                .check(MAIN);
    }

    @Test
    void nothingIsInterpretedDeserialisedOrExecuted() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(PROCESSES)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework.expression..", "javax.script..", "javax.naming..")
                                .or(belongToAnyOf(ObjectInputStream.class, ProcessBuilder.class)))
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .check(MAIN);
    }

    @Test
    void controllersAreNobodysApi() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void filesAreShort() throws IOException {
        assertThat(longerThan(LONGEST_FILE, Path.of("src/main/java"), ".java")).isEmpty();
        assertThat(longerThan(LONGEST_FILE, Path.of("src/test/java"), ".java")).isEmpty();
        assertThat(longerThan(LONGEST_TEMPLATE, Path.of("src/main/jte"), ".jte"))
                .isEmpty();
    }

    private static boolean pastTheClock(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        if (owner.isEquivalentTo(System.class)) {
            return call.getName().equals("currentTimeMillis");
        }
        var takesClock =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.getPackageName().equals("java.time")
                && CLOCKED.contains(owner.getSimpleName())
                && call.getName().equals("now")
                && !takesClock;
    }

    private static boolean nullMarked(JavaPackage name) {
        return name.tryGetPackageInfo().isPresent() && name.isAnnotatedWith(NullMarked.class);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }

    private static List<String> longerThan(int lines, Path folder, String extension) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .filter(file -> lines(file) > lines)
                    .map(file -> file + " has " + lines(file) + " lines")
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (var content = Files.lines(file)) {
            return content.count();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
