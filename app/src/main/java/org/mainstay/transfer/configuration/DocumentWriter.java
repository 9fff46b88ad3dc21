package org.mainstay.transfer.configuration;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.LineBreak;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Documents as YAML: one line per value, texts of several lines as blocks, everything in order, so that a
/// change of one value is a change of one line.
final class DocumentWriter {

    static final String FORMAT = "format";
    static final String VERSION = "1";

    private static final String TITLE =
            "# The configuration of Mainstay. Records are called by their codes or names.\n";
    private static final Pattern BARE = Pattern.compile("true|false|0|-?[1-9][0-9]{0,17}(\\.[0-9]+)?");

    private final Resolver resolver = new Resolver();

    static String write(Document document) {
        var writer = new DocumentWriter();
        var text = new StringWriter();
        text.append(TITLE);
        new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options()), options())
                .serialize(writer.all(document), text);
        return text.toString();
    }

    private static DumperOptions options() {
        var options = new DumperOptions();
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setLineBreak(LineBreak.UNIX);
        options.setMaxSimpleKeyLength(1_024);
        return options;
    }

    private Node all(Document document) {
        var tuples = new ArrayList<NodeTuple>();
        tuples.add(new NodeTuple(scalar(FORMAT), scalar(VERSION)));
        document.types()
                .forEach(type -> tuples.add(new NodeTuple(
                        scalar(type), mapping(document.of(type), record -> mapping(record, this::value)))));
        return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }

    private <T> Node mapping(Map<String, T> values, Function<T, Node> write) {
        var tuples = new ArrayList<NodeTuple>();
        values.forEach((key, value) -> tuples.add(new NodeTuple(scalar(key), write.apply(value))));
        return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }

    private Node value(Value value) {
        return switch (value) {
            case Value.One(var text) -> scalar(text);
            case Value.Many(var texts) -> {
                List<Node> items = new ArrayList<>();
                texts.forEach(it -> items.add(scalar(it)));
                yield new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
            }
        };
    }

    /// What other readers of YAML would take for something else than a text is quoted.
    private Node scalar(String text) {
        var tag = BARE.matcher(text).matches() ? resolver.resolve(NodeId.scalar, text, true) : Tag.STR;
        var style = text.indexOf('\n') >= 0 ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
        return new ScalarNode(tag, text, null, null, style);
    }
}
