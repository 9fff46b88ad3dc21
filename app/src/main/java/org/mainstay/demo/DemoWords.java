package org.mainstay.demo;

import static org.mainstay.incident.AssignmentRule.Method.GROUP_ONLY;
import static org.mainstay.incident.AssignmentRule.Method.LEAST_LOADED;
import static org.mainstay.incident.AssignmentRule.Method.NEXT_MEMBER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.cmdb.ConfigurationItem.Criticality;
import org.mainstay.incident.AssignmentRule.Method;

/// Names and sentences of the demo company; all made up.
final class DemoWords {

    static final String COMPANY = "Nordwind Logistics";
    static final String DAUGHTER = "Südlicht Trading";

    /// @param second whether they belong to the second organisation
    record Member(String userName, String name, String title, String department, boolean second) {}

    /// @param members user names, the manager first
    record Group(String name, String members, boolean second) {}

    /// @param condition in the filter language
    record Route(String name, String condition, String group, Method method) {}

    record Offering(String name, Criticality criticality, String group) {}

    /// What goes wrong with a service, and how it is put right.
    record Trouble(String service, String category, String title, String description, String fix) {}

    static final Map<String, String> SITES = new LinkedHashMap<>();
    static final Map<String, String> CATEGORIES = new LinkedHashMap<>();

    static {
        SITES.put("Headquarters Hamburg", "Hamburg");
        SITES.put("Warehouse Leipzig", "Leipzig");
        SITES.put("Office Porto", "Porto");
        CATEGORIES.put("Network", "WLAN, VPN, Internet access, Telephony");
        CATEGORIES.put("Hardware", "Laptop, Printer, Scanner, Monitor");
        CATEGORIES.put("Software", "Mail, Warehouse system, Payroll system, Office suite");
        CATEGORIES.put("Access", "Password, Permission, New account, Two-factor");
        CATEGORIES.put("Facilities", "Door, Meeting room, Power, Air conditioning");
    }

    static final List<Group> GROUPS = List.of(
            new Group("Service Desk", "sam mia lena.vogt jonas.falk", false),
            new Group("Network", "nina piotr.zielinski ruth.amadi", false),
            new Group("Operations", "otto carl hana.kolar", false),
            new Group("Workplace", "dario.conti signe.holm", false),
            new Group("Applications", "paula elena yusuf.demir", false),
            new Group("Database", "amir greta.lund", false),
            new Group("Security", "kim victor.ionescu", false),
            new Group("Service Desk Südlicht", "olga", true));

    static final List<Offering> SERVICES = List.of(
            new Offering("Mail and calendar", Criticality.HIGH, "Operations"),
            new Offering("Warehouse management", Criticality.HIGH, "Applications"),
            new Offering("Transport planning", Criticality.HIGH, "Applications"),
            new Offering("Payroll", Criticality.MEDIUM, "Applications"),
            new Offering("Customer portal", Criticality.HIGH, "Applications"),
            new Offering("Corporate network", Criticality.HIGH, "Network"),
            new Offering("Remote access", Criticality.MEDIUM, "Network"),
            new Offering("Telephony", Criticality.MEDIUM, "Network"),
            new Offering("Printing", Criticality.LOW, "Workplace"),
            new Offering("Workplace computers", Criticality.MEDIUM, "Workplace"),
            new Offering("File storage", Criticality.MEDIUM, "Operations"),
            new Offering("Identity and access", Criticality.HIGH, "Security"));

    static final List<Route> ROUTES = List.of(
            new Route(
                    "Südlicht has a desk of its own",
                    "organisation:\"Südlicht Trading\"",
                    "Service Desk Südlicht",
                    LEAST_LOADED),
            new Route(
                    "Passwords and permissions",
                    "category:Access or service:\"Identity and access\"",
                    "Security",
                    GROUP_ONLY),
            new Route(
                    "Network and telephony",
                    "category:Network or service.support_group:Network",
                    "Network",
                    NEXT_MEMBER),
            new Route("Business applications", "service.support_group:Applications", "Applications", GROUP_ONLY),
            new Route(
                    "Workplaces and printers",
                    "category:Hardware or service.support_group:Workplace",
                    "Workplace",
                    LEAST_LOADED),
            new Route("Mail and files", "service.support_group:Operations", "Operations", GROUP_ONLY),
            new Route("Everything else", "state:new", "Service Desk", GROUP_ONLY));

    static final List<Trouble> TROUBLES = List.of(
            new Trouble(
                    "Printing",
                    "Printer",
                    "Printer on floor 3 jams with every second page",
                    "Since this morning every second page comes out crumpled. Tray 2 is affected, tray 1 works.",
                    "Replaced the pick-up rollers of tray 2."),
            new Trouble(
                    "Printing",
                    "Printer",
                    "Labels in the loading bay print faintly",
                    "The **label printer** at gate 4 prints so faintly that scanners cannot read it.",
                    "Cleaned the print head and raised the darkness setting."),
            new Trouble(
                    "Remote access",
                    "VPN",
                    "VPN disconnects every ten minutes",
                    "I work from home. The connection drops after about ten minutes and comes back by itself.",
                    "Moved the profile to the new gateway; the old one had a short idle time-out."),
            new Trouble(
                    "Corporate network",
                    "WLAN",
                    "No WLAN in the meeting rooms on floor 2",
                    "All three meeting rooms, since the power cut yesterday.",
                    "Restarted the access controller after its switch port had stayed down."),
            new Trouble(
                    "Mail and calendar",
                    "Mail",
                    "Mails to one customer come back",
                    "Everything we send to their domain comes back as *rejected*. Their address has not changed.",
                    "The sender record was missing our new relay; added it."),
            new Trouble(
                    "Mail and calendar",
                    "Mail",
                    "Shared calendar shows yesterday's meetings only",
                    "The team calendar stopped updating on the phones. On the computer it is right.",
                    "Renewed the synchronisation of the mailbox."),
            new Trouble(
                    "Warehouse management",
                    "Warehouse system",
                    "Scanner loses its session between aisles",
                    "Hand scanners sign out when walking from aisle 7 to 8. We lose the picking list each time.",
                    "Raised the session time and fixed the roaming threshold."),
            new Trouble(
                    "Warehouse management",
                    "Warehouse system",
                    "Stock of article 4711 is negative",
                    "After the inventory the system shows **-12** pieces. Picking is blocked.",
                    "Corrected the double booking from the inventory import."),
            new Trouble(
                    "Transport planning",
                    "Warehouse system",
                    "Routes for tomorrow are not calculated",
                    "The nightly run ended with an error. Drivers leave at five.",
                    "Restarted the run after removing an order with an impossible address."),
            new Trouble(
                    "Payroll",
                    "Payroll system",
                    "Payslip of last month cannot be opened",
                    "The document opens empty. Two colleagues see the same.",
                    "Generated the documents again; the template had lost its font."),
            new Trouble(
                    "Customer portal",
                    "Permission",
                    "Customer cannot sign in to the portal",
                    "They get *account locked* although they reset the password twice.",
                    "Unlocked the account and merged its duplicate."),
            new Trouble(
                    "Identity and access",
                    "Two-factor",
                    "New phone, second factor is gone",
                    "I have a new phone and cannot confirm the sign-in any more.",
                    "Verified in person and enrolled the new device."),
            new Trouble(
                    "Identity and access",
                    "Password",
                    "Password expired while on leave",
                    "Back from leave, nothing accepts my password.",
                    "Reset the password after checking by phone."),
            new Trouble(
                    "Workplace computers",
                    "Laptop",
                    "Laptop does not wake from sleep",
                    "Black screen, the fan runs. Only a long press on the power button helps.",
                    "Updated the firmware; the dock's display driver was the cause."),
            new Trouble(
                    "Workplace computers",
                    "Monitor",
                    "Second monitor flickers",
                    "Mostly in the morning, then it gets better.",
                    "Replaced the cable."),
            new Trouble(
                    "File storage",
                    "Permission",
                    "No access to the project folder",
                    "I changed teams on Monday and need the folder of the *harbour* project.",
                    "Added to the project's group after its owner agreed."),
            new Trouble(
                    "Telephony",
                    "Telephony",
                    "Calls to the hotline end after one minute",
                    "Callers complain that the line goes dead while they wait.",
                    "The queue's time-out had been set in seconds instead of minutes."),
            new Trouble(
                    "Corporate network",
                    "Internet access",
                    "Internet is slow in Porto",
                    "Pages take half a minute since noon. The network in the office itself is fine.",
                    "The provider removed a faulty card on their side."));

    static final List<String> QUESTIONS = List.of(
            "Does it happen on another device as well?",
            "Since when exactly, and who else sees it?",
            "Could you send a screenshot of the message?",
            "Please try once more now, we have changed something.");

    static final List<String> REPLIES = List.of(
            "Yes, same thing here and for two colleagues.",
            "It started around nine o'clock.",
            "Tried again, still the same.",
            "That helped for an hour, then it came back.");

    private DemoWords() {}

    static List<Member> people() {
        var people = new ArrayList<Member>();
        people.add(new Member("ada", "Ada Moreau", "Head of IT", "IT", false));
        people.add(new Member("sam", "Sam Lindqvist", "Service desk agent", "IT", false));
        people.add(new Member("nina", "Nina Castellanos", "Network agent", "IT", false));
        people.add(new Member("otto", "Otto Weidmann", "Operations agent", "IT", false));
        people.add(new Member("mia", "Mia Okonkwo", "Major incident manager", "IT", false));
        people.add(new Member("carl", "Carl Brandt", "Change manager", "IT", false));
        people.add(new Member("paula", "Paula Ferreira", "Problem manager", "IT", false));
        people.add(new Member("kim", "Kim Nguyen", "Knowledge manager", "IT", false));
        people.add(new Member("amir", "Amir Haddad", "Asset manager", "IT", false));
        people.add(new Member("elena", "Elena Petrova", "Enterprise architect", "IT", false));
        people.add(new Member("max", "Max Keller", "Dispatcher", "Operations", false));
        people.add(new Member("eve", "Eve Laurent", "Account manager", "Sales", false));
        people.add(new Member("olga", "Olga Sørensen", "Service desk agent", "IT", true));
        people.add(new Member("tim", "Tim Äppel", "Buyer", "Purchasing", true));
        var names = List.of(
                "Lena Vogt",
                "Jonas Falk",
                "Piotr Zielinski",
                "Ruth Amadi",
                "Hana Kolar",
                "Dario Conti",
                "Signe Holm",
                "Yusuf Demir",
                "Greta Lund",
                "Victor Ionescu",
                "Aiko Tanaka",
                "Bruno Silva",
                "Clara Jensen",
                "David Roth",
                "Emil Novak",
                "Farah Aziz",
                "Georg Huber",
                "Helen Clarke",
                "Ivan Petrov",
                "Julia Baum",
                "Karim Saleh",
                "Lucia Romano",
                "Marek Dvorak",
                "Nora Lie",
                "Oskar Blom",
                "Petra Wolf");
        var departments = List.of("IT", "Sales", "Warehouse", "Finance", "Transport", "Human resources");
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var userName = name.toLowerCase(Locale.ROOT).replace(' ', '.');
            var department = i < 10 ? "IT" : departments.get(1 + i % 5);
            people.add(new Member(userName, name, i < 10 ? "Engineer" : "Specialist", department, i > 22));
        }
        return people;
    }
}
