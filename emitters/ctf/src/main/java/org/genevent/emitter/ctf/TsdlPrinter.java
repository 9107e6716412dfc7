package org.genevent.emitter.ctf;

import java.util.List;
import java.util.Map;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.ProducerWords;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireStructure;

/**
 * Prints traces and field classes as TSDL, the metadata language of CTF 1.8: the one place of the project that does.
 *
 * <p>The text has tabs and line feeds, and nothing that the values do not say. Whatever characters they hold, the text
 * stays what it should be: strings are escaped, comments cannot be ended from inside. Source: CTF 1.8.3, appendix C.
 */
public final class TsdlPrinter {

  private TsdlPrinter() {}

  /**
   * The whole metadata of a trace.
   *
   * @param trace the trace
   * @return TSDL, beginning with the comment that names the version and ending with a line feed
   */
  public static String trace(TraceClass trace) {
    TsdlWriter out = new TsdlWriter(0);
    out.line("/* CTF 1.8 */").blank();
    header(trace, out);
    if (!trace.environment().isEmpty()) {
      environment(trace.environment(), out.blank());
    }
    Map<ProducerWords.Owner, List<ProducerWords.Attribute>> words =
        trace.words().byOwner();
    trace.clocks().forEach(clock -> clock(clock, words, out.blank()));
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      stream(stream, words, out.blank());
      stream.eventRecordClasses().forEach(event -> event(event, stream.id(), words, out.blank()));
    }
    trace.words().callsites().forEach(callsite -> {
      out.blank().open("callsite {");
      callsite.forEach((name, value) -> attribute(name, value, out));
      out.close("};").end();
    });
    return out.toString();
  }

  /**
   * A structure as it stands behind {@code fields :=} of an event.
   *
   * @param structure the structure
   * @return TSDL, without a line feed at its end; further lines are indented for the body of an event
   */
  public static String structure(WireStructure structure) {
    TsdlWriter out = new TsdlWriter(1);
    new FieldClassPrinter(out).structure(structure);
    return out.toString();
  }

  /**
   * Whether a word means something in TSDL, so that it cannot name anything.
   *
   * @param word a word
   * @return true for {@code stream}, {@code string} and so on
   */
  public static boolean isKeyword(String word) {
    return TsdlText.isKeyword(word);
  }

  /**
   * The name of a member that people see so.
   *
   * @param shown an identifier of C
   * @return the name with an underscore in front, unless that is a word of TSDL
   */
  public static String memberName(String shown) {
    return WireNames.member(shown);
  }

  /**
   * The name of an option of a variant that people see so.
   *
   * @param shown an identifier of C
   * @return the name, with an underscore in front where it would be a word of TSDL, or have one that is not seen
   */
  public static String optionName(String shown) {
    return WireNames.option(shown);
  }

  private static void header(TraceClass trace, TsdlWriter out) {
    out.open("trace {").line("major = 1;").line("minor = 8;");
    trace.uuid().ifPresent(uuid -> out.line("uuid = \"" + uuid + "\";"));
    out.line("byte_order = " + FieldClassPrinter.word(trace.byteOrder()) + ";");
    attributes(new ProducerWords.OfTrace(), trace.words().byOwner(), out);
    trace.packetHeader().ifPresent(header -> scope("packet.header", header, out));
    out.close("};").end();
  }

  private static void environment(Map<String, Object> environment, TsdlWriter out) {
    out.open("env {");
    environment.forEach((name, value) -> attribute(name, value, out));
    out.close("};").end();
  }

  private static void attribute(String name, Object value, TsdlWriter out) {
    out.line(
        name + " = " + (value instanceof Long ? value : TsdlText.quoted((String) value)) + ";");
  }

  /** Attributes with a namespace are of CTF 2. */
  private static void attributes(
      ProducerWords.Owner owner,
      Map<ProducerWords.Owner, List<ProducerWords.Attribute>> words,
      TsdlWriter out) {
    for (ProducerWords.Attribute attribute : words.getOrDefault(owner, List.of())) {
      if (attribute.namespace().isEmpty()) {
        attribute(attribute.name(), attribute.value(), out);
      }
    }
  }

  private static void clock(
      ClockClass clock,
      Map<ProducerWords.Owner, List<ProducerWords.Attribute>> words,
      TsdlWriter out) {
    out.open("clock {").line("name = " + TsdlText.quoted(clock.name()) + ";");
    clock.uuid().ifPresent(uuid -> out.line("uuid = \"" + uuid + "\";"));
    if (!clock.description().isEmpty()) {
      out.line("description = " + TsdlText.quoted(clock.description()) + ";");
    }
    out.line("freq = " + clock.frequencyHz() + ";");
    if (clock.precisionCycles() != 0) {
      out.line("precision = " + clock.precisionCycles() + ";");
    }
    out.line("offset_s = " + clock.offsetSeconds() + ";")
        .line("offset = " + clock.offsetCycles() + ";");
    if (clock.absolute()) {
      out.line("absolute = true;");
    }
    attributes(new ProducerWords.OfClock(clock.name()), words, out);
    out.close("};").end();
  }

  static String stream(DataStreamClass stream) {
    TsdlWriter out = new TsdlWriter(0);
    stream(stream, Map.of(), out);
    return out.toString();
  }

  static String event(EventRecordClass event, long streamId) {
    TsdlWriter out = new TsdlWriter(0);
    event(event, streamId, Map.of(), out);
    return out.toString();
  }

  private static void stream(
      DataStreamClass stream,
      Map<ProducerWords.Owner, List<ProducerWords.Attribute>> words,
      TsdlWriter out) {
    out.comment(stream.description()).open("stream {").line("id = " + id(stream.id()) + ";");
    attributes(new ProducerWords.OfStream(stream.id()), words, out);
    stream.packetContext().ifPresent(context -> scope("packet.context", context, out));
    stream.eventHeader().ifPresent(header -> scope("event.header", header, out));
    stream.eventContext().ifPresent(context -> scope("event.context", context, out));
    out.close("};").end();
  }

  private static void event(
      EventRecordClass event,
      long streamId,
      Map<ProducerWords.Owner, List<ProducerWords.Attribute>> words,
      TsdlWriter out) {
    out.comment(event.description())
        .open("event {")
        .line("name = " + TsdlText.quoted(event.name()) + ";")
        .line("id = " + id(event.id()) + ";")
        .line("stream_id = " + id(streamId) + ";");
    event.logLevel().ifPresent(level -> out.line("loglevel = " + level + ";"));
    attributes(new ProducerWords.OfEvent(streamId, event.id()), words, out);
    event.context().ifPresent(context -> scope("context", context, out));
    event.fields().ifPresent(fields -> scope("fields", fields, out));
    out.close("};").end();
  }

  private static String id(long bits) {
    return Long.toUnsignedString(bits);
  }

  private static void scope(String name, WireStructure structure, TsdlWriter out) {
    out.indent().text(name + " := ");
    new FieldClassPrinter(out).structure(structure);
    out.text(";").end();
  }
}
