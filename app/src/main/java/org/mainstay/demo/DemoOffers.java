package org.mainstay.demo;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.request.Icon;

/// What the demo company offers its people; all made up.
final class DemoOffers {

    /// @param name in both languages, as all texts are: English, then German
    record Shelf(String name, String nameInGerman, Icon icon) {}

    /// @param tasks `group: title | title in German`, in their order; `| !` after a point of no return
    record Offer(
            String category,
            Icon icon,
            String name,
            String nameInGerman,
            String text,
            String textInGerman,
            String price,
            String monthly,
            int days,
            int most,
            String orderedBy,
            List<String> tasks) {}

    static final List<Shelf> SHELVES = List.of(
            new Shelf("Workplace", "Arbeitsplatz", Icon.DEVICE_LAPTOP),
            new Shelf("Software", "Software", Icon.APPS),
            new Shelf("Access and accounts", "Zugänge und Konten", Icon.KEY),
            new Shelf("Network and servers", "Netzwerk und Server", Icon.NETWORK),
            new Shelf("Communication", "Kommunikation", Icon.MAIL),
            new Shelf("People and rooms", "Personen und Räume", Icon.USERS));

    private static final String IT = "department:IT";

    private final List<Offer> offers = new ArrayList<>();

    static List<Offer> all() {
        var all = new DemoOffers();
        all.workplace();
        all.software();
        all.access();
        all.network();
        all.communication();
        new DemoOffersForPeople(all).add();
        return all.offers;
    }

    void add(
            int shelf,
            Icon icon,
            String names,
            String texts,
            String price,
            String monthly,
            int days,
            int most,
            String orderedBy,
            String... tasks) {
        var name = names.split(" \\| ");
        var text = texts.split(" \\| ");
        offers.add(new Offer(
                SHELVES.get(shelf).name(),
                icon,
                name[0],
                name[1],
                text[0],
                text[1],
                price,
                monthly,
                days,
                most,
                orderedBy,
                List.of(tasks)));
    }

    private void workplace() {
        add(
                0,
                Icon.DEVICE_LAPTOP,
                "New laptop | Neuer Laptop",
                "A 14-inch laptop, set up with your programs and files | Ein 14-Zoll-Laptop, eingerichtet mit Ihren Programmen und Dateien",
                "1299 EUR",
                "",
                7,
                1,
                "",
                "Operations: Buy the laptop | Laptop beschaffen | !",
                "Workplace: Set it up | Einrichten",
                "Workplace: Hand it over | Übergeben");
        add(
                0,
                Icon.DEVICE_DESKTOP,
                "Second monitor | Zweiter Monitor",
                "27 inches, with the cable that fits your laptop | 27 Zoll, mit dem Kabel, das zu Ihrem Laptop passt",
                "229 EUR",
                "",
                5,
                2,
                "",
                "Workplace: Bring it to the desk | An den Platz bringen");
        add(
                0,
                Icon.HEADSET,
                "Headset | Kopfhörer",
                "For calls in loud surroundings, with a cable or without | Für Gespräche in lauter Umgebung, mit Kabel oder ohne",
                "79 EUR",
                "",
                3,
                1,
                "",
                "Workplace: Send it by house post | Mit der Hauspost schicken");
        add(
                0,
                Icon.PLUG_CONNECTED,
                "Docking station | Dockingstation",
                "Connects screens, keyboard and network with one plug | Verbindet Bildschirme, Tastatur und Netz mit einem Stecker",
                "149 EUR",
                "",
                5,
                1,
                "");
        add(
                0,
                Icon.TOOLS,
                "Hand scanner | Handscanner",
                "For picking in the warehouse, ready for the next shift | Für die Kommissionierung im Lager, bereit zur nächsten Schicht",
                "480 EUR",
                "",
                4,
                10,
                "department:Operations,Warehouse",
                "Workplace: Register the scanner | Scanner anmelden",
                "Applications: Assign it to a zone | Einer Zone zuordnen");
    }

    private void software() {
        add(
                1,
                Icon.APPS,
                "Software licence | Softwarelizenz",
                "A licence for a program of our list | Eine Lizenz für ein Programm unserer Liste",
                "",
                "19 EUR",
                2,
                5,
                "",
                "Service Desk: Check the licence pool | Lizenzbestand prüfen",
                "Workplace: Install the program | Programm installieren");
        add(
                1,
                Icon.FILE_TEXT,
                "Drawing program | Zeichenprogramm",
                "Plans of halls and routes | Pläne von Hallen und Wegen",
                "",
                "45 EUR",
                2,
                1,
                "",
                "Workplace: Install the program | Programm installieren");
        add(
                1,
                Icon.DATABASE,
                "Access to the data warehouse | Zugriff auf das Data Warehouse",
                "Reports of your own on transport and stock | Eigene Auswertungen zu Transport und Bestand",
                "",
                "12 EUR",
                3,
                1,
                "",
                "Database: Create the schema user | Schemabenutzer anlegen");
        add(
                1,
                Icon.CLOUD,
                "Test environment | Testumgebung",
                "A copy of an application to try things out, for 30 days | Eine Kopie einer Anwendung zum Ausprobieren, für 30 Tage",
                "",
                "90 EUR",
                4,
                1,
                IT,
                "Operations: Build the environment | Umgebung aufbauen",
                "Database: Copy masked data | Maskierte Daten kopieren");
    }

    private void access() {
        add(
                2,
                Icon.SHIELD,
                "VPN access | VPN-Zugang",
                "Work from elsewhere as if you were in the office | Von unterwegs arbeiten wie im Büro",
                "",
                "",
                1,
                1,
                "",
                "Network: Grant the access | Zugang erteilen");
        add(
                2,
                Icon.LOCK,
                "Password reset | Passwort zurücksetzen",
                "A new first password, after a short check by phone | Ein neues Erstpasswort, nach kurzer Prüfung am Telefon",
                "",
                "",
                0,
                1,
                "",
                "Security: Check by phone and reset | Telefonisch prüfen und zurücksetzen");
        add(
                2,
                Icon.KEY,
                "Permission for a folder | Berechtigung für einen Ordner",
                "Read or change the files of a project | Dateien eines Projekts lesen oder ändern",
                "",
                "",
                2,
                5,
                "",
                "Security: Ask the owner of the folder | Eigentümer des Ordners fragen",
                "Security: Grant the permission | Berechtigung erteilen");
        add(
                2,
                Icon.CERTIFICATE,
                "Second factor for sign-in | Zweiter Faktor für die Anmeldung",
                "For a new phone, or a key to plug in | Für ein neues Telefon oder einen Schlüssel zum Einstecken",
                "35 EUR",
                "",
                1,
                2,
                "",
                "Security: Enrol the device | Gerät anmelden");
        add(
                2,
                Icon.TOOLS,
                "Administrator rights for a day | Administratorrechte für einen Tag",
                "On your own computer, ended automatically | Auf dem eigenen Rechner, endet von selbst",
                "",
                "",
                0,
                1,
                IT,
                "Security: Grant and end the rights | Rechte erteilen und beenden");
    }

    private void network() {
        add(
                3,
                Icon.SHIELD,
                "Firewall rule | Firewall-Regel",
                "Lets two systems talk to each other | Lässt zwei Systeme miteinander sprechen",
                "",
                "",
                3,
                1,
                IT,
                "Security: Assess the risk | Risiko beurteilen",
                "Network: Set the rule | Regel setzen");
        add(
                3,
                Icon.SERVER,
                "Virtual server | Virtueller Server",
                "Linux, 4 cores, 16 GB, with backup | Linux, 4 Kerne, 16 GB, mit Sicherung",
                "",
                "64 EUR",
                3,
                3,
                IT,
                "Operations: Create the server | Server anlegen",
                "Network: Give it an address | Adresse vergeben",
                "Operations: Hand it over | Übergeben");
        add(
                3,
                Icon.WIFI,
                "Guest WLAN for an event | Gäste-WLAN für eine Veranstaltung",
                "Vouchers for up to 100 guests | Zugangscodes für bis zu 100 Gäste",
                "",
                "",
                1,
                1,
                "",
                "Network: Print the vouchers | Zugangscodes drucken");
        add(
                3,
                Icon.NETWORK,
                "Network socket | Netzwerkdose",
                "Another socket in an office or hall | Eine weitere Dose in Büro oder Halle",
                "180 EUR",
                "",
                14,
                10,
                "",
                "Network: Survey the place | Ort besichtigen",
                "Network: Lay the cable | Kabel verlegen");
    }

    private void communication() {
        add(
                4,
                Icon.MAIL,
                "New shared mailbox | Neues gemeinsames Postfach",
                "One address that a team answers together | Eine Adresse, die ein Team gemeinsam beantwortet",
                "",
                "3 EUR",
                1,
                1,
                "",
                "Operations: Create the mailbox | Postfach anlegen");
        add(
                4,
                Icon.DEVICE_MOBILE,
                "Mobile phone | Mobiltelefon",
                "With a contract, ready to use | Mit Vertrag, fertig eingerichtet",
                "399 EUR",
                "15 EUR",
                5,
                1,
                "",
                "Operations: Order phone and contract | Telefon und Vertrag bestellen",
                "Workplace: Set it up | Einrichten");
        add(
                4,
                Icon.PHONE,
                "Change of a telephone number | Änderung einer Rufnummer",
                "Forward, move or share a number | Eine Nummer umleiten, umziehen oder teilen",
                "",
                "",
                2,
                3,
                "",
                "Network: Change the number | Rufnummer ändern");
    }
}
