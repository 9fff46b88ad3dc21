package org.mainstay.bench;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.mainstay.bench.Work.Figure;
import tools.jackson.databind.json.JsonMapper;

/// The works that are measured one after the other on one product, once all of them are compiled.
final class Round {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final double PAGE = 5;
    private static final int DEEP = 20;

    private final Product product;
    private final double seconds;
    private final Load load = new Load();
    private final List<Work> works = new ArrayList<>();

    /// @param seconds that each work takes
    Round(Product product, double seconds) {
        this.product = product;
        this.seconds = seconds;
    }

    Load load() {
        return load;
    }

    /// A person, signed in.
    Asking asking(String name, String token) {
        var cookie = new SignIn(product.address()).cookie(name, Product.PASSWORD);
        return new Asking(product.address(), token, cookie);
    }

    void add(Work work) {
        works.add(work);
    }

    /// @param limit the same of the least work there is, in CPU milliseconds; 0 where none is set
    void work(String name, double limit, Function<RandomGenerator, HttpRequest> request) {
        works.add(new Work(name, limit, 0, request));
    }

    void page(String name, Function<RandomGenerator, HttpRequest> request) {
        works.add(new Work(name, 0, PAGE, request));
    }

    /// The first pages of a list, twenty at most.
    ///
    /// @param address with a query
    List<String> pages(Asking who, String address) {
        var pages = new ArrayList<String>();
        var cursor = "";
        for (int page = 0; page < DEEP; page++) {
            var one = address + (cursor.isEmpty() ? "" : "&cursor=" + Asking.encode(cursor));
            pages.add(one);
            var next = MAPPER.readTree(load.body(who.get(one))).get("next");
            if (next == null || next.isNull()) {
                break;
            }
            cursor = next.stringValue();
        }
        return pages;
    }

    /// The numbers of the records of a list's first page.
    List<String> numbers(HttpRequest list) {
        var numbers = new ArrayList<String>();
        MAPPER.readTree(load.body(list))
                .get("items")
                .forEach(it -> numbers.add(it.get("number").stringValue()));
        return numbers;
    }

    /// By name, in their order.
    Map<String, Figure> measure() {
        works.forEach(it -> it.warmUp(load));
        var figures = new LinkedHashMap<String, Figure>();
        works.forEach(it -> {
            var figure = it.measure(product, load, seconds);
            figures.put(it.name(), figure);
            System.err.println(it.name() + " " + figure);
        });
        return figures;
    }

    static String any(RandomGenerator random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
