package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.genevent.diagnostic.Findings;
import org.genevent.model.FacilityChecksum;
import org.junit.jupiter.api.Test;

/** Files of all dialects in the standard one, with their comments. */
class MigrationTest {

  /** Migrates; what comes out has no findings, the same facility, and comes out of itself unchanged. */
  private static String migrated(String text) {
    FacilityFile file = Old.file(text);
    String migrated = file.migrated();
    FacilityFile again = Old.file(migrated);
    assertEquals("", Old.read(migrated).places());
    assertEquals(Dialect.STANDARD, again.dialect());
    assertEquals(file.facility(), again.facility());
    assertEquals(FacilityChecksum.of(file.facility()), FacilityChecksum.of(again.facility()));
    assertEquals(migrated, again.migrated());
    return migrated;
  }

  @Test
  void theSeedDialectBecomesTheStandardOne() {
    assertEquals("""
        <?xml version="1.0"?>
        <!-- events of a network -->
        <facility name="net" align="0">

          <type name="kind">
            <enum>
              <label name="ICMP" value="1"/>
              <label name="TCP" value="6"/>
            </enum>
          </type>

          <event name="packet">
            <field name="length"><uint_fixed size="4"/></field>
            <field name="kind"><typeref name="kind"/></field>
            <field name="data">
              <sequence>
                <ushort/>
                <uint_fixed size="1"/>
              </sequence>
            </field>
          </event>

          <event name="reset"></event>
        </facility>
        """, migrated("""
        // events of a network
        <facility name=net>
        <event name=packet>
        <struct align=0>
          <field name=length><uint size=4/></field>
          <field name=kind><typeref name=kind/></field>
          <field name=data><sequence size=short><uint size=1/></sequence></field>
        </struct>
        </event>
        <event name=reset></event>
        <type name=kind><enum size=4><label name=ICMP value=1/><label name=TCP value=6/></enum></type>
        </facility>
        """));
  }

  @Test
  void commentsStayWithTheirElements() {
    assertEquals("""
        <?xml version="1.0"?>
        <!-- the file -->
        <facility name="net">
          <description>packets</description>

          <!-- a type -->
          <type name="kind">
            <enum>
              <!-- ping -->
              <label name="ICMP" value="1"/>
              <description>control</description>
              <!--
                the usual one,
                with ports
              -->
              <label name="TCP" value="6"/>
            </enum>
          </type>

          <!--
            first line
            is not
          -->
          <event name="packet">
            <!-- in front -->
            <!-- of bytes -->
            <field name="length"><uint/></field>
            <!-- inside -->
            <field name="kind"><typeref name="kind"/></field>
            <!-- no more fields -->
          </event>

          <event name="reset">
            <!-- no fields - - yet -->
          </event>

          <!-- no more events -->
        </facility>
        <!-- the end -->
        """, migrated("""
        <?xml version="1.0"?>
        /* the file */
        <facility name="net">
          <description>packets</description>
          // a type
          <type name="kind"><enum>
            <label name="ICMP" value="1"/> /* ping */ <description>control</description>
            /* the usual one,
             * with ports */
            <label name="TCP" value="6"/>
          </enum></type>
          // first line
          // is not
          <event name="packet">
            /* in front */
            <field name="length"><uint/></field> // of bytes
            <field name="kind"> /* inside */ <typeref name="kind"/></field>
            /* no more fields */
          </event>
          <event name="reset">
            // no fields -- yet
          </event>
          /* no more events */
        </facility>
        /* the end */
        """));
  }

  @Test
  void commentsOfXmlStayTooAndEmptyOnesGo() {
    assertEquals("""
        <?xml version="1.0"?>
        <facility name="t">

          <context>
            <!-- what is asked -->
            <!-- the request -->
            <field name="id"><uint/></field>
          </context>

          <event name="e"></event>
        </facility>
        """, migrated("""
            <facility name='t'>
              <!-- what is asked -->
              <context>
                <!-- the request --><!---->
                <field name='id'><uint/></field>
              </context>
              <event name='e'/>
            </facility>
            """));
  }

  @Test
  void theEarlyDialectKeepsItsFlagsAndFormats() {
    assertEquals("""
        <?xml version="1.0"?>
        <facility name="net">

          <event name="packet" scope="trace" attribute="no_instrument_function">
            <field name="port"><uint_fixed size="2" byte_order="network" format="%u"/></field>
          </event>
        </facility>
        """, migrated("""
        <facility name=net>
        <event name=packet per_trace no_instrument_function>
        <field name=port><uint_fixed size=2 network format="%u"></field>
        </event></facility>
        """));
  }

  @Test
  void aChangedChecksumIsSaidWithBothNumbers() {
    FacilityFile file = Old.file(
        "<facility name=t><event name=e><struct><field name=f><uint size=4/></field></struct></event></facility>");
    Findings findings = new Findings();
    file.compareChecksums(findings);
    assertEquals("GE-OLD-07", findings.list().get(0).code().id());
    int seed = file.checksum(Dialect.SEED, findings).orElseThrow();
    int today = file.checksum(Dialect.STANDARD, findings).orElseThrow();
    assertEquals(
        "the checksum was 0x" + FacilityChecksum.hex(seed) + " and is 0x"
            + FacilityChecksum.hex(today),
        findings.list().get(0).message());
    Findings none = new Findings();
    byte[] bytes = file.migrated().getBytes(StandardCharsets.UTF_8);
    FacilityFile.read("m.xml", bytes, ReadOptions.DEFAULT, none)
        .orElseThrow()
        .compareChecksums(none);
    assertEquals(0, none.list().size());
  }
}
