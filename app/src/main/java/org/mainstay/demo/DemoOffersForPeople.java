package org.mainstay.demo;

import org.mainstay.request.Icon;

/// The part of [DemoOffers] for people who come and go, and for their rooms.
record DemoOffersForPeople(DemoOffers all) {

    void add() {
        all.add(
                2,
                Icon.USERS,
                "User account | Benutzerkonto",
                "Sign-in, mailbox and a folder of one's own | Anmeldung, Postfach und eigener Ordner",
                "",
                "",
                1,
                1,
                "",
                "Security: Create the account | Konto anlegen");
        all.add(
                5,
                Icon.BUILDING,
                "Desk and access card | Platz und Zutrittskarte",
                "A place to work and the card that opens the doors | Ein Platz zum Arbeiten und die Karte für die Türen",
                "",
                "",
                3,
                1,
                "",
                "Workplace: Prepare desk and card | Platz und Karte vorbereiten");
        all.add(
                5,
                Icon.USER_PLUS,
                "New starter | Neue Mitarbeiterin, neuer Mitarbeiter",
                "Account, desk and devices for somebody who begins | Konto, Platz und Geräte für alle, die anfangen",
                "",
                "",
                5,
                1,
                "");
        all.add(
                5,
                Icon.USER_MINUS,
                "Leaver | Austritt",
                "Close accounts and collect devices on the last day | Konten schließen und Geräte am letzten Tag einsammeln",
                "",
                "",
                2,
                5,
                "",
                "Security: Close the accounts | Konten schließen",
                "Workplace: Collect the devices | Geräte einsammeln");
        all.add(
                5,
                Icon.FILE_TEXT,
                "Change of a user's details | Änderung von Benutzerdaten",
                "A new name, department or manager | Ein neuer Name, eine neue Abteilung oder Leitung",
                "",
                "",
                1,
                1,
                "",
                "Service Desk: Change the details | Daten ändern");
        all.add(
                5,
                Icon.CALENDAR,
                "Help with a meeting room | Hilfe im Besprechungsraum",
                "Somebody who sets up screen and call before you begin | Jemand richtet Bildschirm und Gespräch vor Beginn ein",
                "",
                "",
                1,
                1,
                "",
                "Workplace: Be there ten minutes before | Zehn Minuten vorher da sein");
        all.add(
                5,
                Icon.PRINTER,
                "Printer for a team | Drucker für ein Team",
                "With toner and maintenance, by the month | Mit Toner und Wartung, monatlich",
                "",
                "55 EUR",
                10,
                1,
                "",
                "Workplace: Install the printer | Drucker aufstellen");
    }
}
