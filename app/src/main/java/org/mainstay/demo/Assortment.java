package org.mainstay.demo;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.request.Icon;

/// What a large catalogue offers: forty sorts of things in eight categories, each in fifty series of its own name, so
/// that any two of the two thousand can be told apart. All made up.
final class Assortment {

    /// @param name in both languages, as all texts are: English, then German
    record Shelf(String name, String nameInGerman, Icon icon) {}

    /// @param price empty for nothing, as is `monthly`
    record Sort(int shelf, String name, String nameInGerman, String price, String monthly, int days) {

        /// Whether somebody has to approve it.
        boolean dear() {
            return price.length() >= "1000 EUR".length();
        }

        /// Whether it asks who orders it.
        boolean asks() {
            return !monthly.isEmpty();
        }
    }

    /// @param index from 0, in the order of the sorts
    record Article(int index, Sort sort, String name, String nameInGerman) {

        /// Of its sort among all, from 0.
        int place() {
            return index / SERIES.size();
        }

        /// Who sees it; empty for all.
        String seenBy() {
            return conditioned() && index % 2 == 0 ? SEEN.get(index / 2 % SEEN.size()) : "";
        }

        /// Who orders it; empty for whoever sees it.
        String orderedBy() {
            return conditioned() && index % 2 == 1 ? ORDERED.get(index / 2 % ORDERED.size()) : "";
        }

        /// A third has a condition.
        boolean conditioned() {
            return index % 3 == 2;
        }

        /// How many tasks an order makes.
        int tasks() {
            return switch (index % 5) {
                case 0 -> 0;
                case 1 -> 2;
                default -> 1;
            };
        }
    }

    static final List<Shelf> SHELVES = List.of(
            new Shelf("Computers", "Rechner", Icon.DEVICE_LAPTOP),
            new Shelf("Screens and sound", "Bild und Ton", Icon.DEVICE_DESKTOP),
            new Shelf("Telephony", "Telefonie", Icon.PHONE),
            new Shelf("Printing", "Drucken", Icon.PRINTER),
            new Shelf("Programs", "Programme", Icon.APPS),
            new Shelf("Accounts and doors", "Konten und Türen", Icon.KEY),
            new Shelf("Servers and lines", "Server und Leitungen", Icon.SERVER),
            new Shelf("Furniture and parts", "Möbel und Teile", Icon.TOOLS));

    /// Five for each shelf: English | German | price | monthly price | days.
    private static final List<String> SORTS = List.of(
            "Notebook | Notebook | 1299 EUR | | 7",
            "Tower | Standrechner | 899 EUR | | 7",
            "Tablet | Tablet | 549 EUR | | 5",
            "Workstation | Grafikrechner | 2499 EUR | | 14",
            "Thin client | Schlankrechner | 319 EUR | | 5",
            "Screen | Bildschirm | 229 EUR | | 5",
            "Projector | Beamer | 1150 EUR | | 10",
            "Earphones | Ohrhörer | 79 EUR | | 3",
            "Camera | Kamera | 59 EUR | | 3",
            "Loudspeaker | Lautsprecher | 99 EUR | | 3",
            "Smartphone | Smartphone | 449 EUR | | 5",
            "Desk telephone | Tischtelefon | 129 EUR | | 4",
            "SIM card | SIM-Karte | | 12 EUR | 2",
            "Pager | Meldeempfänger | 89 EUR | | 6",
            "Two-way radio | Funkgerät | 240 EUR | | 8",
            "Laser printer | Laserdrucker | 389 EUR | | 7",
            "Toner | Toner | 68 EUR | | 2",
            "Label printer | Etikettendrucker | 310 EUR | | 6",
            "Barcode reader | Barcodeleser | 210 EUR | | 4",
            "Plotter | Plotter | 3200 EUR | | 21",
            "Design suite | Zeichenpaket | | 26 EUR | 1",
            "Database licence | Datenbanklizenz | | 180 EUR | 2",
            "Statistics package | Statistikpaket | | 41 EUR | 1",
            "Translator | Übersetzer | | 9 EUR | 1",
            "Archive licence | Archivlizenz | | 15 EUR | 1",
            "Shared folder | Gemeinsamer Ordner | | | 1",
            "Remote profile | Fernzugang | | | 1",
            "Privileged account | Konto mit Sonderrechten | | | 2",
            "Badge | Ausweis | 12 EUR | | 2",
            "Team mailbox | Teampostfach | | | 1",
            "Linux machine | Linux-Maschine | 1400 EUR | | 3",
            "Wall socket | Netzdose | 85 EUR | | 4",
            "Certificate | Zertifikat | 49 EUR | | 1",
            "Disk space | Plattenplatz | 120 EUR | | 2",
            "Name entry | Namenseintrag | | | 1",
            "Standing desk | Stehtisch | 640 EUR | | 21",
            "Swivel chair | Drehstuhl | 380 EUR | | 14",
            "Dock | Dock | 149 EUR | | 5",
            "Keypad | Tastenfeld | 45 EUR | | 3",
            "Carrying case | Tragetasche | 39 EUR | | 3");

    private static final List<String> SERIES = List.of(
            "Kestrel | Turmfalke",
            "Heron | Reiher",
            "Swallow | Schwalbe",
            "Robin | Rotkehlchen",
            "Wren | Zaunkönig",
            "Finch | Fink",
            "Sparrow | Sperling",
            "Raven | Rabe",
            "Magpie | Elster",
            "Jay | Häher",
            "Owl | Eule",
            "Eagle | Adler",
            "Buzzard | Bussard",
            "Stork | Storch",
            "Crane | Kranich",
            "Swan | Schwan",
            "Goose | Gans",
            "Teal | Krickente",
            "Pelican | Pelikan",
            "Cormorant | Kormoran",
            "Gull | Möwe",
            "Tern | Seeschwalbe",
            "Puffin | Papageitaucher",
            "Plover | Regenpfeifer",
            "Curlew | Brachvogel",
            "Lapwing | Kiebitz",
            "Sandpiper | Strandläufer",
            "Woodpecker | Specht",
            "Cuckoo | Kuckuck",
            "Nightingale | Nachtigall",
            "Blackbird | Amsel",
            "Thrush | Drossel",
            "Starling | Star",
            "Lark | Lerche",
            "Wagtail | Bachstelze",
            "Dipper | Wasseramsel",
            "Goldcrest | Goldhähnchen",
            "Siskin | Zeisig",
            "Linnet | Hänfling",
            "Bullfinch | Gimpel",
            "Bunting | Ammer",
            "Kingfisher | Eisvogel",
            "Hoopoe | Wiedehopf",
            "Oriole | Pirol",
            "Shrike | Würger",
            "Quail | Wachtel",
            "Partridge | Rebhuhn",
            "Pheasant | Fasan",
            "Grouse | Birkhuhn",
            "Bittern | Rohrdommel");

    private static final List<String> SEEN = seen();

    private static final List<String> ORDERED = List.of(
            "department:IT",
            "department:Sales",
            "department:IT,Sales",
            "manager.department:Sales",
            "vip:true",
            "-title:Trainee",
            "active:true department:Sales",
            "manager.department:IT");

    private Assortment() {}

    /// Departments, and two of the customers each.
    private static List<String> seen() {
        var seen = new ArrayList<>(List.of("department:Sales", "department:IT", "department:Sales,Finance -vip:true"));
        for (int i = 1; i < 20; i++) {
            seen.add("organisation:\"Customer %02d\",\"Customer %02d\"".formatted(i, i + 1));
        }
        return List.copyOf(seen);
    }

    static List<Sort> sorts() {
        var sorts = new ArrayList<Sort>();
        for (var text : SORTS) {
            var words = text.split(" *\\| *");
            sorts.add(new Sort(sorts.size() / 5, words[0], words[1], words[2], words[3], Integer.parseInt(words[4])));
        }
        return sorts;
    }

    static List<Article> articles() {
        var articles = new ArrayList<Article>();
        for (var sort : sorts()) {
            for (var series : SERIES) {
                var words = series.split(" \\| ");
                articles.add(new Article(
                        articles.size(), sort, sort.name() + " " + words[0], sort.nameInGerman() + " " + words[1]));
            }
        }
        return articles;
    }
}
