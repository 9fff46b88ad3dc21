package org.mainstay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /// The table of the design: a module sees what stands below its row.
    private static final List<Set<String>> ROWS = List.of(
            Set.of("kernel"),
            Set.of("people", "calendar"),
            Set.of(
                    "web",
                    "rest",
                    "conversation",
                    "search",
                    "approval",
                    "flow",
                    "servicelevel",
                    "automation",
                    "notification",
                    "reporting",
                    "transfer"),
            Set.of("incident", "problem", "change", "request", "knowledge", "asset", "portfolio", "cmdb"),
            Set.of("portal", "compat", "mcp", "demo"));

    /// And within its row only this.
    private static final Map<String, Set<String>> BESIDE = Map.ofEntries(
            Map.entry("web", Set.of("conversation")),
            Map.entry("rest", Set.of("conversation")),
            Map.entry("notification", Set.of("conversation", "web", "rest")),
            Map.entry("transfer", Set.of("web", "rest", "conversation")),
            Map.entry("reporting", Set.of("web", "rest")),
            Map.entry("approval", Set.of("notification", "conversation", "web", "rest")),
            Map.entry("flow", Set.of("approval", "notification", "conversation", "web", "rest")),
            Map.entry("knowledge", Set.of("cmdb")),
            Map.entry("incident", Set.of("cmdb", "knowledge")),
            Map.entry("request", Set.of("cmdb", "knowledge", "incident")),
            Map.entry("asset", Set.of("cmdb", "knowledge")),
            Map.entry("portfolio", Set.of("cmdb", "knowledge")),
            Map.entry("change", Set.of("cmdb", "knowledge", "incident")),
            Map.entry("problem", Set.of("cmdb", "knowledge", "incident", "change")));

    private static final ApplicationModules MODULES =
            ApplicationModules.of(Mainstay.class, resideInAPackage("org.mainstay.db.."));

    @Test
    void modulesDependOnlyOnWhatTheySay() {
        MODULES.verify();
    }

    @Test
    void modulesDependDownwards() {
        var rows = rows();
        var main = new ClassFileImporter().importPath(Path.of("target/classes/org/mainstay"));
        assertThat(main.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()))
                .filteredOn(dependency -> !allowed(rows, dependency))
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @Test
    void everyModuleStandsInTheTable() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .isSubsetOf(rows().keySet());
    }

    private static boolean allowed(Map<String, Integer> rows, Dependency dependency) {
        var from = module(dependency.getOriginClass().getPackageName());
        var to = module(dependency.getTargetClass().getPackageName());
        if (from.equals(to) || !rows.containsKey(from) || !rows.containsKey(to)) {
            return true;
        }
        return rows.get(to) < rows.get(from)
                || BESIDE.getOrDefault(from, Set.of()).contains(to);
    }

    /// The word behind `org.mainstay.`, or nothing for what is not a module of ours.
    private static String module(String name) {
        return name.startsWith("org.mainstay.") ? name.split("\\.")[2] : "";
    }

    private static Map<String, Integer> rows() {
        var rows = new HashMap<String, Integer>();
        for (var row = 0; row < ROWS.size(); row++) {
            for (var module : ROWS.get(row)) {
                rows.put(module, row);
            }
        }
        return rows;
    }
}
