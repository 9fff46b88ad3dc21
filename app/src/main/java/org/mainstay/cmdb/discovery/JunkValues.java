package org.mainstay.cmdb.discovery;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mainstay.kernel.record.Message;

/// What makers leave in the places where a serial, a name or an address should stand. Such a value is the same on
/// thousands of machines and identifies none.
public final class JunkValues {

    /// Compared without case, punctuation and spaces.
    private static final Set<String> PLACEHOLDERS = Set.of(
            "tobefilledbyoem",
            "tobefilledbyoemname",
            "filledbyoem",
            "byoem",
            "oem",
            "oemstring",
            "defaultstring",
            "systemserialnumber",
            "systemmanufacturer",
            "systemproductname",
            "systemname",
            "systemversion",
            "systemmodel",
            "systemsku",
            "baseboardserialnumber",
            "boardserialnumber",
            "baseboardassettag",
            "chassisserialnumber",
            "chassisassettag",
            "assettag",
            "serialnumber",
            "serial",
            "sernum",
            "serno",
            "productname",
            "notspecified",
            "notapplicable",
            "notavailable",
            "notset",
            "notdefined",
            "notprovided",
            "notpresent",
            "notsettable",
            "noassettag",
            "noassetinformation",
            "noassettagspecified",
            "nosn",
            "noserialnumber",
            "none",
            "null",
            "nil",
            "na",
            "nan",
            "nd",
            "tbd",
            "tba",
            "unknown",
            "unknow",
            "undefined",
            "invalid",
            "empty",
            "default",
            "dummy",
            "test",
            "string",
            "emptystring",
            "xxxxxxxx",
            "ssn",
            "enternumber",
            "todefineduringmanufacturing",
            "toberfilledbyoem",
            "0x00000000",
            "assetserialnumber",
            "asset1234567890",
            "eval",
            "sample",
            "releasekeys",
            "testkeys",
            "microsoftloopbackadapter",
            "localhost",
            "specified",
            "standarddiskdrives",
            "standardmonitortypes",
            "genericmonitor",
            "oemdefault000",
            "invalidserial",
            "00",
            "someserialnumber",
            "mbtobefilledbyoem",
            "systemassettag",
            "ffffffff",
            "notfound",
            "noname",
            "false");

    private static final Pattern FILLER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ONE_CHARACTER = Pattern.compile("(.)\\1*");
    private static final Pattern COUNTED =
            Pattern.compile("0?1234567(8(9(0(1(2(3(4(5(6)?)?)?)?)?)?)?)?)?|0123456789.*");
    private static final Pattern ALPHABET = Pattern.compile("abc(d(e(f(g(h)?)?)?)?)?|a1b2c3.*");

    /// UUIDs that firmware ships with, on whole series of boards.
    private static final Set<String> UUIDS = Set.of(
            "03000200-0400-0500-0006-000700080009",
            "00020003-0004-0005-0006-000700080009",
            "12345678-1234-5678-90ab-cddeefaabbcc",
            "78563412-3412-7856-90ab-cddeefaabbcc",
            "fefefefe-fefe-fefe-fefe-fefefefefefe",
            "01234567-8910-1112-1314-151617181920",
            "00000000-0000-0000-0000-ac1f6bd00000");

    /// Addresses that drivers make up for every machine alike: loopback, dial-up and bridge adapters.
    private static final Set<String> MACS = Set.of(
            "02:00:4c:4f:4f:50",
            "02:00:4c:4f:4f:51",
            "00:53:45:00:00:00",
            "50:50:54:50:30:30",
            "33:50:6f:45:30:30",
            "20:41:53:59:4e:ff",
            "02:00:00:00:00:00",
            "00:50:56:c0:00:01",
            "00:50:56:c0:00:08",
            "0a:00:27:00:00:00",
            "00:a0:c6:00:00:00",
            "00:01:02:03:04:05",
            "00:11:22:33:44:55",
            "01:23:45:67:89:ab",
            "00:e0:4c:00:00:00",
            "02:80:37:ec:02:00",
            "00:00:00:00:00:01");

    private static final Set<String> HOSTS = Set.of(
            "localhost.localdomain",
            "localhost.local",
            "localhost.lan",
            "localhost.home",
            "localhost6.localdomain6",
            "example.com",
            "host.docker.internal",
            "kubernetes.default");

    private JunkValues() {}

    /// Why a value identifies nothing, or empty where it may.
    public static Optional<Message> reason(String kind, String value) {
        var clean = Texts.clean(value);
        if (clean.isEmpty()) {
            return because("empty", clean);
        }
        return switch (kind) {
            case Identifier.MAC -> mac(clean);
            case Identifier.UUID -> uuid(clean);
            case Identifier.FQDN -> fqdn(clean);
            case Identifier.IMEI -> NormalForms.of(kind, clean).isEmpty() ? because("malformed", clean) : text(clean);
            case Identifier.IP -> Addresses.normal(clean) == null ? because("malformed", clean) : Optional.empty();
            case Identifier.NAME_IN_PARENT -> Optional.empty();
            default -> text(clean);
        };
    }

    /// Whether a text is no maker's, model's or tag's at all.
    public static boolean placeholder(String value) {
        return PLACEHOLDERS.contains(bare(value));
    }

    private static Optional<Message> text(String value) {
        var bare = bare(value);
        if (bare.isEmpty() || PLACEHOLDERS.contains(bare)) {
            return because("placeholder", value);
        }
        if (ONE_CHARACTER.matcher(bare).matches()) {
            return because("one_character", value);
        }
        if (COUNTED.matcher(bare).matches() || ALPHABET.matcher(bare).matches()) {
            return because("counted", value);
        }
        return Optional.empty();
    }

    private static Optional<Message> mac(String value) {
        var mac = NormalForms.mac(value);
        if (mac == null) {
            return because("malformed", value);
        }
        if (ONE_CHARACTER.matcher(mac.replace(":", "")).matches() || MACS.contains(mac)) {
            return because("placeholder", value);
        }
        return NormalForms.group(mac) ? because("group_address", value) : Optional.empty();
    }

    private static Optional<Message> uuid(String value) {
        var uuid = NormalForms.uuid(value);
        if (uuid == null) {
            return because("malformed", value);
        }
        boolean same = ONE_CHARACTER.matcher(uuid.replace("-", "")).matches();
        return same || UUIDS.contains(uuid) ? because("placeholder", value) : Optional.empty();
    }

    private static Optional<Message> fqdn(String value) {
        var fqdn = NormalForms.fqdn(value);
        if (fqdn == null) {
            return because("malformed", value);
        }
        return HOSTS.contains(fqdn) ? because("placeholder", value) : Optional.empty();
    }

    private static String bare(String value) {
        return FILLER.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static Optional<Message> because(String reason, String value) {
        return Optional.of(Message.of("discovery.junk." + reason, Texts.cut(value, 60)));
    }
}
