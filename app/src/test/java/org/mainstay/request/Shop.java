package org.mainstay.request;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.testing.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A catalogue of a test's own, made by the administrator through the API and withdrawn at its end.
public final class Shop {

    private final Api ada;
    private final String category;
    private final List<String> published = new ArrayList<>();

    public Shop(Api ada) {
        this.ada = ada;
        var catalog = number(ada.post("/catalogs", "{\"name\":\"Test catalogue\"}"));
        category = number(
                ada.post("/catalog-categories", "{\"name\":\"Test category\",\"catalog\":\"%s\"}".formatted(catalog)));
    }

    public static String number(Api.Answer answer) {
        return answer.is(201).json().get("number").stringValue();
    }

    /// A draft.
    ///
    /// @param values attributes in JSON, without braces; empty for none
    public String draft(String name, String values) {
        var body = "{\"name\":\"%s\",\"category\":\"%s\"%s}"
                .formatted(name, category, values.isEmpty() ? "" : "," + values);
        return number(ada.post("/catalog-items", body));
    }

    /// @param tasks each `title` or `title@group`
    public String item(String name, String values, String... tasks) {
        var item = draft(name, values);
        for (int i = 0; i < tasks.length; i++) {
            var parts = tasks[i].split("@");
            ObjectNode task = JsonMapper.shared().createObjectNode();
            task.put("title", parts[0]).put("item", item).put("position", 10 * (i + 1));
            if (parts.length > 1) {
                task.put("group", parts[1]);
            }
            number(ada.post("/catalog-task-templates", task.toString()));
        }
        publish(item);
        return item;
    }

    /// A form of one section, published; `publishForm` does so again.
    ///
    /// @param questions in JSON, without brackets
    public String form(String code, String questions) {
        var form = JsonMapper.shared().createObjectNode();
        form.put("number", code).put("name", "Form " + code).put("document", document(questions));
        number(ada.post("/forms", form.toString()));
        ada.post("/forms/" + code + "/publish", "{}").is(200);
        return code;
    }

    public void publishForm(String code, String questions) {
        var form = JsonMapper.shared().createObjectNode().put("document", document(questions));
        ada.patch("/forms/" + code, form.toString()).is(200);
        ada.post("/forms/" + code + "/publish", "{}").is(200);
    }

    private static String document(String questions) {
        return "{\"sections\":[{\"code\":\"all\",\"label\":\"All\",\"questions\":[" + questions + "]}]}";
    }

    public void publish(String item) {
        ada.post("/catalog-items/" + item + "/publish", "{}").is(200);
        published.remove(item);
        published.add(item);
    }

    public void retire(String item) {
        ada.post("/catalog-items/" + item + "/retire", "{}").is(200);
        published.remove(item);
    }

    public void close() {
        List.copyOf(published).forEach(this::retire);
    }

    /// The items of a request, oldest first.
    public List<JsonNode> items(Api api, String request) {
        return list(api, "/request-items?filter=request:" + request);
    }

    public List<JsonNode> tasks(Api api, String item) {
        return list(api, "/tasks?filter=request_item:" + item);
    }

    public static List<JsonNode> list(Api api, String path) {
        var all = new ArrayList<JsonNode>();
        api.get(path).is(200).json().get("items").forEach(all::add);
        all.sort((a, b) -> text(a, "number").compareTo(text(b, "number")));
        return all;
    }

    public static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
