package org.mainstay.cmdb.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/// Small inventories and scans of machines that do not exist, and ways to look at what became of them.
final class Samples {

    static final String LAPTOP = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <REQUEST>
              <CONTENT>
                <BIOS>
                  <ASSETTAG>NB-0815</ASSETTAG>
                  <SMANUFACTURER>Fennek Inc.</SMANUFACTURER>
                  <SMODEL>Dune 14</SMODEL>
                  <SSN> fk7204x </SSN>
                </BIOS>
                <CPUS><CORE>4</CORE><NAME>Sand 5 U</NAME></CPUS>
                <CPUS><CORE>4</CORE><NAME>Sand 5 U</NAME></CPUS>
                <DRIVES><FILESYSTEM>ext4</FILESYSTEM><TOTAL>200000</TOTAL><TYPE>/</TYPE></DRIVES>
                <ENVS><KEY>SECRET</KEY><VAL>hunter2</VAL></ENVS>
                <HARDWARE>
                  <CHASSIS_TYPE>Notebook</CHASSIS_TYPE>
                  <MEMORY>15890</MEMORY>
                  <NAME>dune-3</NAME>
                  <OSNAME>Debian GNU/Linux 13</OSNAME>
                  <UUID>5C1E9B7A-1D3A-4E41-8043-B05D95113232</UUID>
                  <VMSYSTEM>Physical</VMSYSTEM>
                </HARDWARE>
                <MONITORS><CAPTION>Wide 27</CAPTION><MANUFACTURER>Oasis</MANUFACTURER><SERIAL>W27-001</SERIAL></MONITORS>
                <MONITORS><CAPTION>Panel</CAPTION><SERIAL>00000000</SERIAL></MONITORS>
                <NETWORKS><DESCRIPTION>lo</DESCRIPTION><IPADDRESS>127.0.0.1</IPADDRESS>
                  <MACADDR>00:00:00:00:00:00</MACADDR><STATUS>Up</STATUS><TYPE>loopback</TYPE></NETWORKS>
                <NETWORKS><DESCRIPTION>dock</DESCRIPTION><IPADDRESS>10.1.0.7</IPADDRESS>
                  <MACADDR>00:E0:4C:68:01:DB</MACADDR><STATUS>Up</STATUS><TYPE>ethernet</TYPE></NETWORKS>
                <NETWORKS><DESCRIPTION>wlan</DESCRIPTION><IPADDRESS>10.1.0.8</IPADDRESS><IPGATEWAY>10.1.0.1</IPGATEWAY>
                  <MACADDR>44-85-00-2B-90-BC</MACADDR><STATUS>Up</STATUS><TYPE>wifi</TYPE></NETWORKS>
                <NETWORKS><DESCRIPTION>virbr0</DESCRIPTION><IPADDRESS>192.168.124.1</IPADDRESS>
                  <MACADDR>52:54:00:74:5e:f1</MACADDR><TYPE>bridge</TYPE><VIRTUALDEV>1</VIRTUALDEV></NETWORKS>
                <OPERATINGSYSTEM>
                  <BOOT_TIME>2026-03-01 07:30:00</BOOT_TIME>
                  <DNS_DOMAIN>sand.example</DNS_DOMAIN>
                  <FQDN>Dune-3.Sand.example.</FQDN>
                  <FULL_NAME>Debian GNU/Linux 13 (trixie)</FULL_NAME>
                  <KERNEL_NAME>linux</KERNEL_NAME>
                  <KERNEL_VERSION>6.12.5</KERNEL_VERSION>
                  <TIMEZONE><NAME>CET</NAME><OFFSET>+0100</OFFSET></TIMEZONE>
                  <VERSION>13</VERSION>
                </OPERATINGSYSTEM>
                <PRINTERS><DRIVER>Ink 7</DRIVER><NAME>Desk ink</NAME><PORT>USB001</PORT></PRINTERS>
                <PRINTERS><DRIVER>Print to PDF</DRIVER><NAME>PDF</NAME><PORT>PORTPROMPT:</PORT></PRINTERS>
                <SOFTWARES><NAME>gitg</NAME><VERSION>3.32</VERSION><PUBLISHER>Debian</PUBLISHER>
                  <FILESIZE>2335956</FILESIZE><INSTALLDATE>19/12/2025</INSTALLDATE><ARCH>amd64</ARCH></SOFTWARES>
                <SOFTWARES><NAME>gitg</NAME><VERSION>3.32</VERSION><PUBLISHER>Debian</PUBLISHER><ARCH>i386</ARCH></SOFTWARES>
                <SOFTWARES><NAME>&lt;script&gt;alert(1)&lt;/script&gt;</NAME><INSTALLDATE>31/31/2025</INSTALLDATE></SOFTWARES>
                <STORAGES><DESCRIPTION>NVMe</DESCRIPTION><DISKSIZE>512110</DISKSIZE><TYPE>disk</TYPE></STORAGES>
                <STORAGES><DESCRIPTION>stick</DESCRIPTION><DISKSIZE>64000</DISKSIZE><INTERFACE>USB</INTERFACE></STORAGES>
                <VIRTUALMACHINES><MEMORY>2048MB</MEMORY><NAME>try</NAME><VCPU>2</VCPU><VMTYPE>libvirt</VMTYPE>
                  <UUID>C37F7CE8-AF95-4676-B454-0959F2C5E162</UUID></VIRTUALMACHINES>
                <VIRTUALMACHINES><IMAGE>postgres:18</IMAGE><NAME>db</NAME><UUID>7e64b4b09941</UUID>
                  <VMTYPE>docker</VMTYPE></VIRTUALMACHINES>
              </CONTENT>
              <DEVICEID>dune-3-2026-01-02-03-04-05</DEVICEID>
              <QUERY>INVENTORY</QUERY>
            </REQUEST>
            """;

    /// A part of what the laptop says in XML, as the agents of GLPI say it.
    static final String LAPTOP_JSON = """
            {"action": "inventory", "deviceid": "dune-3-2026-01-02-03-04-05", "itemtype": "Computer", "partial": true,
             "content": {
               "bios": {"smanufacturer": "Fennek Inc.", "smodel": "Dune 14", "ssn": "fk7204x"},
               "hardware": {"chassis_type": "Notebook", "memory": 15890, "name": "dune-3", "vmsystem": "Physical",
                 "uuid": "5c1e9b7a-1d3a-4e41-8043-b05d95113232"},
               "databases_services": [{"type": "postgresql", "name": "PostgreSQL 18", "version": "18.1", "port": 5432}],
               "softwares": [{"name": "gitg", "version": "3.33", "publisher": "Debian", "filesize": 2335956,
                 "install_date": "2026-02-01"}]}}
            """;

    static final String SWITCH = """
            <?xml version="1.0" encoding="UTF-8"?>
            <REQUEST>
              <CONTENT>
                <DEVICE>
                  <FIRMWARES><NAME>Dune 24G</NAME><VERSION>4.2.1</VERSION></FIRMWARES>
                  <INFO>
                    <COMMENTS>Fennek Dune 24G Gigabit Switch</COMMENTS>
                    <IPS><IP>127.0.0.1</IP><IP>10.1.9.2</IP></IPS>
                    <MAC>B0:5A:DA:10:10:80</MAC>
                    <MANUFACTURER>Fennek</MANUFACTURER>
                    <MODEL>Dune 24G</MODEL>
                    <NAME>sw-1.sand.example</NAME>
                    <SERIAL>cn5bfp62cp</SERIAL>
                    <TYPE>NETWORKING</TYPE>
                  </INFO>
                  <PORTS>
                    <PORT><IFDESCR>1</IFDESCR><IFNAME>Port 1</IFNAME><IFNUMBER>1</IFNUMBER><IFSPEED>1000000000</IFSPEED>
                      <IFSTATUS>1</IFSTATUS><IFTYPE>6</IFTYPE><MAC>b0:5a:da:10:10:bf</MAC>
                      <CONNECTIONS><CDP>1</CDP><CONNECTION><IFDESCR>Gi0/2</IFDESCR><IP>10.1.9.3</IP>
                        <SYSMAC>38:1c:1a:b5:73:20</SYSMAC><SYSNAME>sw-2.sand.example</SYSNAME>
                        <SYSDESCR>Fennek Dune 48G Switch</SYSDESCR></CONNECTION></CONNECTIONS></PORT>
                    <PORT><IFNAME>Port 2</IFNAME><IFNUMBER>2</IFNUMBER><IFSTATUS>2</IFSTATUS><IFTYPE>6</IFTYPE></PORT>
                    <PORT><IFNAME>Port 2</IFNAME><IFNUMBER>3</IFNUMBER><IFSTATUS>1</IFSTATUS><IFTYPE>117</IFTYPE>
                      <CONNECTIONS><CONNECTION><MAC>44:85:00:2b:90:bc</MAC></CONNECTION></CONNECTIONS></PORT>
                    <PORT><IFNAME>Uplink</IFNAME><IFNUMBER>4</IFNUMBER><IFSTATUS>1</IFSTATUS><IFTYPE>161</IFTYPE>
                      <CONNECTIONS><CONNECTION><MAC>44:85:00:2b:90:01</MAC><MAC>44:85:00:2b:90:02</MAC></CONNECTION>
                      </CONNECTIONS></PORT>
                  </PORTS>
                </DEVICE>
                <MODULEVERSION>4.1</MODULEVERSION>
                <PROCESSNUMBER>1</PROCESSNUMBER>
              </CONTENT>
              <DEVICEID>collector-1</DEVICEID>
              <QUERY>SNMPQUERY</QUERY>
            </REQUEST>
            """;

    static final String PRINTER_JSON = """
            {"action": "netinventory", "deviceid": "collector-1", "itemtype": "Printer", "content": {
               "network_device": {"type": "Printer", "name": "ink-2", "manufacturer": "Oasis", "model": "Ink 9",
                 "serial": "oa-77812", "mac": "00:68:eb:f2:be:10", "ips": ["10.1.9.40"], "firmware": "2.4"},
               "pagecounters": {"total": 1802},
               "network_ports": [{"ifname": "eth0", "ifnumber": 1, "iftype": 6}]}}
            """;

    static final String SCAN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nmaprun>
            <?xml-stylesheet href="file:///usr/share/nmap/nmap.xsl" type="text/xsl"?>
            <!-- Nmap 7.93 scan -->
            <nmaprun scanner="nmap" args="nmap -O 10.1.0.0/24" start="1772350000" version="7.93" xmloutputversion="1.05">
            <host><status state="down" reason="no-response"/><address addr="10.1.0.1" addrtype="ipv4"/></host>
            <host><status state="up" reason="arp-response"/>
              <address addr="10.1.0.20" addrtype="ipv4"/><address addr="44:85:00:2B:90:20" addrtype="mac" vendor="Sand"/>
              <hostnames><hostname name="typed" type="user"/><hostname name="web.sand.example" type="PTR"/></hostnames>
              <ports><extraports state="closed" count="998"/>
                <port protocol="tcp" portid="22"><state state="open"/><service name="ssh" product="OpenSSH" version="9.9"/></port>
                <port protocol="tcp" portid="25"><state state="closed"/><service name="smtp"/></port></ports>
              <os><osmatch name="Linux 5.0 - 6.2" accuracy="100" line="1">
                <osclass type="general purpose" vendor="Linux" osfamily="Linux" osgen="5.X" accuracy="100"/>
                <osclass type="general purpose" vendor="Linux" osfamily="Linux" osgen="6.X" accuracy="100"/></osmatch></os>
            </host>
            <host><status state="up"/><address addr="10.1.0.21" addrtype="ipv4"/>
              <os><osmatch name="Chat box" accuracy="100" line="2">
                <osclass type="media device" vendor="Chat" osfamily="embedded" accuracy="100"/>
                <osclass type="general purpose" vendor="Linux" osfamily="Linux" osgen="2.6.X" accuracy="100"/></osmatch></os>
            </host>
            <host><status state="up"/><address addr="10.1.0.22" addrtype="ipv4"/>
              <os><osclass type="printer" vendor="Oasis" osfamily="embedded" accuracy="97"/>
                <osclass type="switch" vendor="Fennek" osfamily="embedded" accuracy="90"/></os>
            </host>
            <runstats><finished time="1772350001"/><hosts up="3" down="1" total="4"/></runstats>
            </nmaprun>
            """;

    private Samples() {}

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static AgentCall call(String text) throws BadPayload {
        return AgentCall.read(bytes(text), null);
    }

    static Payload payload(String text) throws BadPayload {
        return call(text).payload();
    }

    static Discovered item(Payload payload, String ref) {
        return payload.items().stream()
                .filter(it -> it.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + ref + " among " + refs(payload)));
    }

    static List<String> refs(Payload payload) {
        return payload.items().stream().map(Discovered::ref).toList();
    }

    static List<Discovered> of(Payload payload, String itemClass) {
        return payload.items().stream()
                .filter(it -> it.itemClass().equals(itemClass))
                .toList();
    }

    static List<String> names(List<Discovered> items) {
        return items.stream().map(it -> String.valueOf(it.values().get("name"))).toList();
    }

    /// As `kind value scope` each.
    static List<String> identifiers(Discovered item) {
        return item.identifiers().stream()
                .map(it -> it.kind() + " " + it.value() + (it.scope() == null ? "" : " " + it.scope()))
                .toList();
    }

    /// As `type from to` each.
    static List<String> relations(Payload payload) {
        return payload.relations().stream()
                .map(it -> it.type() + " " + it.from() + " " + it.to())
                .toList();
    }

    static List<String> remarks(Payload payload) {
        return payload.remarks().stream()
                .map(it -> it.pointer() + " " + it.says().key())
                .toList();
    }

    static Map<String, Object> values(Payload payload, String ref) {
        return item(payload, ref).values();
    }
}
