package org.mainstay.cmdb.discovery;

import java.io.BufferedInputStream;
import java.io.IOException;

/// The XML that nmap writes, as one item for each host that is up. What did not answer is unknown, not gone.
public final class NmapScan {

    private NmapScan() {}

    public static Payload read(byte[] scan) throws BadPayload {
        var packing = Packing.of(scan);
        try (var xml = SafeXml.open(new BufferedInputStream(packing.open(scan)))) {
            if (xml.next() != SafeXml.Step.START || !xml.name().equals("nmaprun")) {
                throw new BadPayload("discovery.no_scan");
            }
            return hosts(xml);
        } catch (IOException e) {
            throw BadPayload.within(e, new BadPayload("discovery.packed_broken"));
        }
    }

    private static Payload hosts(SafeXml xml) throws BadPayload {
        var assembly = new Assembly();
        int number = 0;
        int up = 0;
        boolean any = false;
        while (true) {
            switch (xml.next()) {
                case START -> {
                    if (!xml.name().equals("host")) {
                        xml.skip();
                        continue;
                    }
                    if (++number > Payload.MOST_ITEMS) {
                        throw new BadPayload("discovery.too_many_records", Payload.MOST_ITEMS);
                    }
                    var host = ScannedHost.read(xml);
                    if (host.up()) {
                        up++;
                        any |= assembly.place(host.draft(assembly, "host/" + number)) != null;
                    }
                }
                case DONE -> {
                    if (up > 0 && !any) {
                        throw new BadPayload("discovery.nothing_identifies");
                    }
                    return assembly.done(true);
                }
                case TEXT, END -> {}
            }
        }
    }
}
