package org.mainstay.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mainstay.flow.FlowDocument.Box;
import org.mainstay.flow.FlowDocument.End;
import org.mainstay.flow.FlowDocument.Link;
import org.mainstay.flow.FlowDocument.Node;
import org.mainstay.flow.FlowDocument.Point;
import org.mainstay.flow.FlowDocument.Start;
import org.mainstay.flow.FlowDocument.Step;

/// Draws what nobody drew: steps one after the other, and ways that part one below the other.
final class Lines {

    private static final double MIDDLE = 120;
    private static final double GAP = 50;
    private static final double STEP = 150;
    private static final double ASIDE = 70;

    private Lines() {}

    static FlowDocument of(List<Step> steps) {
        var nodes = new ArrayList<Node>();
        nodes.add(new Start("start", ""));
        nodes.addAll(steps);
        nodes.add(new End("end", "", false));
        var links = new ArrayList<Link>();
        var layout = new HashMap<String, Box>();
        double x = 160;
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            var box = box(node, x);
            layout.put(node.id(), box);
            x += box.width() + GAP;
            if (i > 0) {
                links.add(new Link("to_" + node.id(), nodes.get(i - 1).id(), node.id(), "", "", "", "", false));
            }
        }
        return new FlowDocument(nodes, links, layout);
    }

    /// Each node right of all that lead to it; ways that pass others by go above or below them.
    static FlowDocument laidOut(FlowDocument document) {
        var ranks = ranks(document);
        var layout = new HashMap<String, Box>();
        var rows = new HashMap<Integer, Integer>();
        for (var node : document.nodes()) {
            int rank = ranks.getOrDefault(node.id(), 0);
            int row = rows.merge(rank, 1, Integer::sum) - 1;
            var box = box(node, 160 + rank * STEP);
            double centred = box.x() + (100 - box.width()) / 2;
            layout.put(node.id(), new Box(centred, box.y() + row * STEP, box.width(), box.height()));
        }
        int most = rows.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        var ways = new HashMap<String, List<Point>>();
        int lane = 0;
        for (var link : document.links()) {
            var from = layout.get(link.from());
            var to = layout.get(link.to());
            if (from != null && to != null) {
                boolean next = ranks.getOrDefault(link.to(), 0) - ranks.getOrDefault(link.from(), 0) == 1;
                double off = ASIDE + 20 * lane;
                ways.put(
                        link.id(),
                        next
                                ? across(from, to)
                                : middle(from) == MIDDLE && middle(to) == MIDDLE
                                        ? above(from, to, MIDDLE - off)
                                        : below(from, to, MIDDLE + (most - 1) * STEP + off));
                lane += next ? 0 : 1;
            }
        }
        return new FlowDocument(document.nodes(), document.links(), layout, ways);
    }

    private static List<Point> across(Box from, Box to) {
        double x = from.x() + from.width();
        double middle = (x + to.x()) / 2;
        double y = middle(from);
        double end = middle(to);
        return y == end
                ? List.of(new Point(x, y), new Point(to.x(), y))
                : List.of(new Point(x, y), new Point(middle, y), new Point(middle, end), new Point(to.x(), end));
    }

    private static double middle(Box box) {
        return box.y() + box.height() / 2;
    }

    private static List<Point> above(Box from, Box to, double y) {
        double x = from.x() + from.width() / 2;
        double end = to.x() + to.width() / 2;
        return List.of(new Point(x, from.y()), new Point(x, y), new Point(end, y), new Point(end, to.y()));
    }

    private static List<Point> below(Box from, Box to, double y) {
        double x = from.x() + from.width() / 2;
        double end = to.x() + to.width() / 2;
        return List.of(
                new Point(x, from.y() + from.height()),
                new Point(x, y),
                new Point(end, y),
                new Point(end, to.y() + to.height()));
    }

    /// How many ways each is from the start, at most; ways that lead back do not count.
    private static Map<String, Integer> ranks(FlowDocument document) {
        var order = new ArrayList<String>();
        var seen = new HashSet<String>();
        document.nodes().forEach(it -> order(it.id(), document, seen, order));
        var ranks = new HashMap<String, Integer>();
        for (var node : order.reversed()) {
            int next = ranks.computeIfAbsent(node, _ -> 0) + 1;
            document.from(node).stream()
                    .filter(it -> order.indexOf(it.to()) < order.indexOf(node))
                    .forEach(it -> ranks.merge(it.to(), next, Math::max));
        }
        return ranks;
    }

    /// Each after all that it leads to.
    private static void order(String node, FlowDocument document, Set<String> seen, List<String> order) {
        if (seen.add(node)) {
            document.from(node).forEach(it -> order(it.to(), document, seen, order));
            order.add(node);
        }
    }

    /// As large as BPMN tools draw such things.
    private static Box box(Node node, double x) {
        return switch (node) {
            case Start _, End _ -> new Box(x, MIDDLE - 18, 36, 36);
            case Step step
            when step.kind().element().equals("intermediateCatchEvent") -> new Box(x, MIDDLE - 18, 36, 36);
            case Step _ -> new Box(x, MIDDLE - 40, 100, 80);
            case FlowDocument.Branch _, FlowDocument.Parallel _ -> new Box(x, MIDDLE - 25, 50, 50);
        };
    }
}
