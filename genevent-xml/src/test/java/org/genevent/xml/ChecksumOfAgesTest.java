package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.genevent.diagnostic.Findings;
import org.genevent.model.FacilityChecksum;
import org.junit.jupiter.api.Test;

/** The checksums of each age. Numbers: the layout reference, sections 4, 4.3 and 4.4. */
class ChecksumOfAgesTest {

  private static String number(String text, Dialect age) {
    Findings findings = new Findings();
    int number = Old.file(text).checksum(age, findings).orElseThrow();
    return FacilityChecksum.hex(number);
  }

  private static String field(String name, String type) {
    return "<field name=" + name + ">" + type + "</field>\n";
  }

  @Test
  void coreOfJuly2005() {
    String word = "<uint size=4/>";
    String text = "<facility name=core>\n<event name=facility_load><struct>\n"
        + field("name", "<string/>") + field("checksum", word) + field("id", word)
        + field("long_size", word) + field("pointer_size", word) + field("size_t_size", word)
        + "</struct></event>\n<event name=facility_unload><struct>" + field("id", word)
        + "</struct></event>\n</facility>";
    assertEquals("D85CD4DA", number(text, Dialect.SEED));
  }

  @Test
  void timerOfJuly2005() {
    String word = "<uint size=4/>";
    String text = "<facility name=timer>\n<type name=itimer_kind><enum size=4>"
        + "<label name=ITIMER_REAL value=0/><label name=ITIMER_VIRTUAL value=1/>"
        + "<label name=ITIMER_PROF value=2/></enum></type>\n"
        + "<event name=expired><struct>" + field("pid", word) + "</struct></event>\n"
        + "<event name=softirq></event>\n<event name=set_itimer><struct>\n"
        + field("which", "<typeref name=itimer_kind/>") + field("interval_seconds", word)
        + field("interval_microseconds", word) + field("value_seconds", word)
        + field("value_microseconds", word) + "</struct></event>\n</facility>";
    assertEquals("CA6CE876", number(text, Dialect.SEED));
  }

  @Test
  void fsOfJuly2005() {
    String word = "<uint size=4/>";
    StringBuilder text = new StringBuilder("<facility name=fs>\n");
    text.append(event("buf_wait_start", field("address", "<pointer/>")));
    text.append(event("buf_wait_end", field("address", "<pointer/>")));
    text.append(event("exec", field("filename", "<string/>")));
    text.append(event("open", field("filename", "<string/>") + field("fd", word)));
    text.append(event("close", field("fd", word)));
    text.append(event("read", field("fd", word) + field("count", "<size_t/>")));
    text.append(event("write", field("fd", word) + field("count", "<size_t/>")));
    text.append(
        event("seek", field("fd", word) + field("offset", "<off_t/>") + field("origin", word)));
    text.append(event("ioctl", field("fd", word) + field("cmd", word) + field("arg", word)));
    text.append(event("select", field("fd", word) + field("timeout", "<ulong/>")));
    text.append(event("poll", field("fd", word)));
    assertEquals("86795230", number(text + "</facility>", Dialect.SEED));
  }

  private static String event(String name, String fields) {
    return "<event name=" + name + "><struct>" + fields + "</struct></event>\n";
  }

  @Test
  void theExampleOfTheStandardDialect() {
    String text = "<facility name=t><event name=e><field name=f><uint></field></event></facility>";
    assertEquals("CD33C5EC", number(text, Dialect.STANDARD));
    assertEquals("CD33C5EC", number(text, Dialect.EARLY));
  }

  /** CRC of {@code t}, then {@code e}, {@code f}, {@code uint}, {@code %x}: worked out with another program. */
  @Test
  void formatsCountedUntilJune2007() {
    String text =
        "<facility name=t><event name=e><field name=f><uint format=\"%x\"/></field></event></facility>";
    assertEquals("CD33C5EC", number(text, Dialect.STANDARD));
    assertEquals("AFE86E05", number(text, Dialect.EARLY));
    Findings findings = new Findings();
    Old.file(text).compareChecksums(findings);
    assertEquals("GE-OLD-07", findings.list().get(0).code().id());
  }

  @Test
  void aFacilityOfTodayHasANumberOfJuly2005IfThatAgeCouldSayIt() {
    String seed = "<facility name=t><event name=e><struct><field name=f><uint size=4/></field>"
        + "<field name=g><sequence size=2><uint size=1/></sequence></field></struct></event></facility>";
    String today = """
        <?xml version="1.0"?>
        <facility name="t"><event name="e"><field name="f"><uint_fixed size="4"/></field>
        <field name="g"><sequence><uint_fixed size="2"/><uchar/></sequence></field></event></facility>
        """;
    assertEquals(number(seed, Dialect.SEED), number(today, Dialect.SEED));
    String variant = """
        <facility name="t"><event name="e"><field name="f">
        <optional><uint/></optional></field></event></facility>""";
    Findings findings = new Findings();
    assertTrue(Old.file(variant).checksum(Dialect.SEED, findings).isEmpty());
    assertEquals("2:1", Xml.place(findings.list().get(0).place()));
    assertEquals("GE-OLD-09", findings.list().get(0).code().id());
  }
}
