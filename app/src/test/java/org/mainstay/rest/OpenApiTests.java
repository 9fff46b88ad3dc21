package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API is whole, valid and changed only on purpose.
@MainstayTest
class OpenApiTests {

    private static final int WIDE = 160;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Path KEPT = Path.of("../docs/openapi.json");
    private static final List<String> METHODS = List.of("get", "post", "patch", "put", "delete");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Autowired
    List<RecordType<?>> shipped;

    @Autowired
    Messages messages;

    @Autowired
    List<Told> told;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    /// Without the custom fields of this database.
    private ObjectNode document() {
        return new OpenApi(new RecordTypes(shipped), messages, told).document();
    }

    @Test
    void theShapeChangesOnlyOnPurpose() throws IOException {
        var text = new StringBuilder();
        print(document(), "", text);
        var now = text.append('\n').toString();
        if (Boolean.getBoolean("mainstay.accept")) {
            Files.writeString(KEPT, now);
        }
        var kept = Files.exists(KEPT) ? Files.readString(KEPT) : "";
        assertThat(now.lines().toList())
                .as("The API's shape is not the one in docs/openapi.json. If that is meant, accept it with "
                        + "mvn test -pl app -am -Dtest=OpenApiTests -Dsurefire.failIfNoSpecifiedTests=false "
                        + "-Dmainstay.accept=true and commit the file")
                .isEqualTo(kept.lines().toList());
    }

    /// What is short stands on one line, so that a difference is read with what surrounds it.
    private static void print(JsonNode node, String indent, StringBuilder text) {
        var line = node.toString();
        if (line.length() + indent.length() <= WIDE || node.isEmpty() || !node.isContainer()) {
            text.append(line);
            return;
        }
        var deeper = indent + "  ";
        text.append(node.isObject() ? "{" : "[");
        var between = "\n";
        for (var entry : node.isObject() ? node.properties() : List.<Map.Entry<String, JsonNode>>of()) {
            text.append(between)
                    .append(deeper)
                    .append(MAPPER.writeValueAsString(entry.getKey()))
                    .append(": ");
            print(entry.getValue(), deeper, text);
            between = ",\n";
        }
        for (var item : node.isArray() ? List.copyOf(node.values()) : List.<JsonNode>of()) {
            text.append(between).append(deeper);
            print(item, deeper, text);
            between = ",\n";
        }
        text.append('\n').append(indent).append(node.isObject() ? "}" : "]");
    }

    @Test
    void everyRouteOfTheApiIsDescribed() {
        var described = described();
        var missing = new TreeSet<String>();
        routes.getHandlerMethods().forEach((mapping, _) -> {
            var patterns = mapping.getPathPatternsCondition() == null
                    ? List.<String>of()
                    : List.copyOf(mapping.getPathPatternsCondition().getPatternValues());
            for (var pattern : patterns) {
                if (pattern.startsWith("/api/v1/")) {
                    var path = pattern.substring("/api/v1".length())
                            .replaceAll("\\{action:.*}$", "take")
                            .replaceFirst("^/\\{collection}", "/incidents");
                    mapping.getMethodsCondition().getMethods().stream()
                            .map(it -> it.name().toLowerCase(Locale.ROOT) + " " + path)
                            .filter(it -> !described.contains(it))
                            .forEach(missing::add);
                }
            }
        });
        assertThat(missing)
                .as("routes that openapi/<module>.json does not describe")
                .isEmpty();
    }

    private HashSet<String> described() {
        var described = new HashSet<String>();
        document()
                .get("paths")
                .forEachEntry((path, operations) ->
                        METHODS.stream().filter(operations::has).forEach(method -> described.add(method + " " + path)));
        return described;
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingIsDescribedInVain() {
        var document = document();
        var used = new HashSet<String>();
        used.add("#/components/schemas/Money"); // of custom fields
        document.findValues("$ref").forEach(it -> used.add(it.stringValue()));
        for (String reference : used) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
        document.get("components").forEachEntry((group, named) -> {
            if (!group.equals("securitySchemes")) {
                named.forEachEntry((name, _) -> assertThat(used).contains("#/components/" + group + "/" + name));
            }
        });
    }

    @Test
    void everyOperationHasANameASummaryAnswersAndItsPathsParameters() {
        var document = document();
        var names = new ArrayList<String>();
        document.get("paths")
                .forEachEntry((path, operations) -> METHODS.stream()
                        .filter(operations::has)
                        .forEach(method -> {
                            var operation = operations.get(method);
                            names.add(operation.get("operationId").stringValue());
                            assertThat(operation.get("operationId").stringValue())
                                    .matches("[a-z0-9_]+");
                            assertThat(operation.get("summary").stringValue())
                                    .as(path)
                                    .isNotBlank()
                                    .doesNotContain("{");
                            assertThat(operation.get("responses").propertyNames())
                                    .contains("4XX", "5XX");
                            assertThat(operation.get("responses").propertyNames())
                                    .anyMatch(it -> it.startsWith("2"));
                            assertThat(operation.get("responses"))
                                    .allSatisfy(it -> assertThat(it.has("$ref") || it.has("description"))
                                            .isTrue());
                            var declared = new HashSet<String>();
                            for (var list : List.of(operations.path("parameters"), operation.path("parameters"))) {
                                list.forEach(it -> declared.add(parameter(document, it)));
                            }
                            var variables = VARIABLE.matcher(path).results().map(it -> it.group(1) + " path");
                            assertThat(variables).as(path).allMatch(declared::contains);
                            assertThat(declared.stream().filter(it -> it.endsWith(" path")))
                                    .as(path)
                                    .allMatch(it -> path.contains("{" + it.split(" ")[0] + "}"));
                        }));
        assertThat(names).doesNotHaveDuplicates();
    }

    private static String parameter(JsonNode document, JsonNode parameter) {
        var found = parameter.has("$ref")
                ? document.at(parameter.get("$ref").stringValue().substring(1))
                : parameter;
        return found.get("name").stringValue() + " " + found.get("in").stringValue();
    }

    @Test
    void everySchemaIsOneOfTheDialect() {
        var dialect = Dialects.getDraft202012();
        var meta = SchemaRegistry.withDefaultDialect(dialect).getSchema(SchemaLocation.of(dialect.getId()));
        document()
                .at("/components/schemas")
                .forEachEntry((name, schema) ->
                        assertThat(meta.validate(schema)).as(name).isEmpty());
    }

    @Test
    void everyTypeIsDescribedAsItIsReadAndAsItIsWritten() {
        var document = document();
        for (RecordType<?> type : shipped) {
            var operation = document.at("/paths").path("/" + type.collection());
            var read = document.at(operation
                    .at("/get/responses/200/content/application~1json/schema/properties/items/items/$ref")
                    .stringValue()
                    .substring(1));
            type.attributes()
                    .forEach(it -> assertThat(read.get("properties").has(it.code()))
                            .as(type + "." + it)
                            .isTrue());
            type.actions()
                    .forEach(
                            it -> assertThat(document.at("/paths").has("/" + type.collection() + "/{key}/" + it.name()))
                                    .isTrue());
        }
    }
}
