package org.mainstay.cmdb.discovery;

import org.jspecify.annotations.Nullable;

/// What is installed on a machine. One installation is told from another by name, version and publisher on that
/// machine; packages of two architectures are one.
final class InstalledSoftware {

    private InstalledSoftware() {}

    static void assemble(Entry content, Draft device, Assembly assembly) {
        int number = 0;
        for (var told : content.entries("softwares")) {
            number++;
            var name = told.text("name", "guid");
            var draft = assembly.draft("software/" + number, "software_installation");
            if (name == null) {
                assembly.remark(draft.ref(), "discovery.nothing_identifies");
                continue;
            }
            draft.name(name);
            draft.shortText("software_version", told.text("version"));
            draft.shortText("publisher", told.text("publisher"));
            installed(told.text("install_date", "installdate"), draft, assembly);
            draft.put("size_mb", megabytes(told.text("filesize")));
            draft.nameIn(device, name + " | " + told.textOrEmpty("version") + " | " + told.textOrEmpty("publisher"));
            if (assembly.add(draft)) {
                assembly.relate("installed_on", draft.ref(), device.ref());
            }
        }
    }

    private static void installed(@Nullable String said, Draft draft, Assembly assembly) {
        if (said == null || said.equalsIgnoreCase("n/a")) {
            return;
        }
        var day = Readings.day(said);
        draft.put("install_date", day);
        if (day == null) {
            assembly.remark(draft.ref() + "/install_date", "discovery.absurd_date", Texts.cut(said, 60));
        }
    }

    /// Begun megabytes count.
    private static @Nullable Long megabytes(@Nullable String bytes) {
        var size = bytes == null ? null : Readings.whole(bytes);
        return size == null || size <= 0 || size > 1L << 50 ? null : (size + (1 << 20) - 1) >> 20;
    }
}
