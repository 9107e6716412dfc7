package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.genevent.abi.CType;
import org.genevent.diagnostic.Origin;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Event;
import org.genevent.model.EventDuration;
import org.genevent.model.EventLevel;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.VariantFieldClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dialect has beyond the original. */
class AdditionsTest {

  @Test
  void levelsAndChannelsStandOnFacilitiesAndEvents() {
    Facility facility = Xml.facility(
        "<facility name='t' level='warning' channel='slow'><event name='a' level='DEBUG_LINE'"
            + " channel='fast'/><event name='b'/></facility>");
    assertEquals(EventLevel.WARNING, facility.level());
    assertEquals("slow", facility.channel());
    Event a = facility.events().get(0);
    assertEquals(Optional.of(EventLevel.DEBUG_LINE), a.level());
    assertEquals(Optional.of("fast"), a.channel());
    Event b = facility.events().get(1);
    assertEquals(Optional.empty(), b.level());
    assertEquals(EventLevel.WARNING, facility.levelOf(b));
    assertEquals("slow", facility.channelOf(b));
  }

  @Test
  void eventsHaveIdsAndDurations() {
    List<Event> events = Xml.facility("<facility name='t'><event name='a' id='17' duration='true'/>"
            + "<event name='b' duration='true' duration_threshold_ns='1000000'/>"
            + "<event name='c' duration='false'/></facility>")
        .events();
    assertEquals(Optional.of(17), events.get(0).id());
    assertEquals(Optional.of(new EventDuration(0)), events.get(0).duration());
    assertEquals(Optional.of(new EventDuration(1_000_000)), events.get(1).duration());
    assertEquals(Optional.empty(), events.get(2).duration());
  }

  @ParameterizedTest
  @CsvSource({"bin, BINARY", "oct, OCTAL", "dec, DECIMAL", "hex, HEXADECIMAL"})
  void integersHaveADisplayBase(String word, DisplayBase base) {
    assertEquals(
        new IntegerFieldClass(new IntegerSize.OfType(CType.POINTER), false, false, base),
        Xml.type("<pointer base='" + word + "'/>"));
    assertEquals(
        new IntegerFieldClass(new IntegerSize.Fixed(4), true, false, base),
        Xml.type("<int_fixed size='4' base='" + word + "'/>"));
  }

  @Test
  void labelsStandForRanges() {
    assertEquals(
        new EnumerationFieldClass(List.of(
            new EnumerationLabel("low", -5, -1, "", Origin.NONE),
            new EnumerationLabel("zero", 0, 0, "", Origin.NONE),
            new EnumerationLabel("high", 1, 255, "", Origin.NONE))),
        Xml.type("<enum><label name='low' value='-5..-1'/><label name='zero'/>"
            + "<label name='high' value='1..0xff'/></enum>"));
  }

  @Test
  void booleansOptionalsAndVariantsAreTypes() {
    assertEquals(new BooleanFieldClass(), Xml.type("<boolean/>"));
    assertEquals(
        new OptionalFieldClass(new StringFieldClass()), Xml.type("<optional><string/></optional>"));
    assertEquals(
        new VariantFieldClass(List.of(
            new Field("text", "as read", Optional.empty(), new StringFieldClass(), Origin.NONE),
            new Field("flag", "", Optional.of("%d"), new BooleanFieldClass(), Origin.NONE))),
        Xml.type("<variant><option name='text'><description>as read</description><string/></option>"
            + "<option name='flag'><boolean format='%d'/></option></variant>"));
  }

  @Test
  void aFacilityHasAContextAndPairs() {
    Facility facility = Xml.facility("""
        <facility name='t'>
          <context>
            <field name='request'><uint_fixed size='8'/></field>
            <field name='tenant'><string/></field>
          </context>
          <pair name='work' begin='work_begin' end='work_end' match='request, id'/>
          <pair name='pause' begin='pause_begin' end='pause_end'/>
          <event name='work_begin'/>
        </facility>
        """);
    assertEquals(
        List.of("request", "tenant"),
        facility.context().stream().map(Field::name).toList());
    assertEquals(
        List.of(
            new EventPair("work", "work_begin", "work_end", List.of("request", "id"), Origin.NONE),
            new EventPair("pause", "pause_begin", "pause_end", List.of(), Origin.NONE)),
        facility.pairs());
  }

  @Test
  void preservedDescriptionsKeepTheirWhiteSpace() {
    Facility facility = Xml.facility(
        "<facility name='t'><description xml:space='preserve'>  a\n\tb&#13; </description></facility>");
    assertEquals("  a\n\tb\r ", facility.description());
  }
}
