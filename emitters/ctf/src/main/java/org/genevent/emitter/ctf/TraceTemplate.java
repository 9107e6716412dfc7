package org.genevent.emitter.ctf;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.WireStructure;

/**
 * The frame of a trace as text with placeholders, for the runtime, which knows the values but prints no metadata of its own.
 *
 * <p>Sections begin with a line of {@code #} and a name. A placeholder is {@code ${name}}; the whole line is left out where
 * there is no value for it.
 *
 * <pre>
 * | section         | placeholders                                                                   |
 * |-----------------|--------------------------------------------------------------------------------|
 * | {@code #trace}  | uuid, byte_order (le, be), environment (whole lines), clock_uuid, clock_offset_s, clock_offset |
 * | {@code #owned}  | stream_id, channel                                                             |
 * | {@code #shared} | stream_id, channel                                                             |
 * | {@code #event}  | name (escaped), id, stream_id, loglevel, context, fields                       |
 * </pre>
 *
 * <p>In fragments of CTF 2, byte_order is quoted, environment an object, and uuid_bytes an array besides the uuid.
 */
public final class TraceTemplate {

  /** What stands for the quoted byte order of the machine in fragments. */
  static final JsonText.Raw BYTE_ORDER = new JsonText.Raw("${byte_order}");

  private static final UUID TRACE_UUID = new UUID(0, 1);
  private static final UUID CLOCK_UUID = new UUID(0, 2);
  private static final int NUMBER = 1_000_000_007;
  private static final int OTHER_NUMBER = 1_000_000_009;

  private TraceTemplate() {}

  /**
   * The template.
   *
   * @return the text, with line feeds
   */
  public static String text() {
    return "#trace\n" + trace() + "#owned\n" + owned() + "#shared\n" + shared() + "#event\n"
        + event();
  }

  private static String trace() {
    String text = TsdlPrinter.trace(TraceFrame.trace(
        TRACE_UUID,
        ByteOrder.LITTLE_ENDIAN,
        Map.of("environment", (long) NUMBER),
        TraceFrame.clock(Optional.of(CLOCK_UUID), NUMBER, OTHER_NUMBER),
        List.of()));
    text = replace(text, TRACE_UUID.toString(), "${uuid}");
    text = replace(text, "byte_order = le;", "byte_order = ${byte_order};");
    text = replace(text, "\tenvironment = " + NUMBER + ";", "${environment}");
    text = replace(text, CLOCK_UUID.toString(), "${clock_uuid}");
    text = replace(text, "offset_s = " + NUMBER + ";", "offset_s = ${clock_offset_s};");
    return replace(text, "offset = " + OTHER_NUMBER + ";", "offset = ${clock_offset};");
  }

  private static String owned() {
    return streamId(TsdlPrinter.stream(TraceFrame.owned(NUMBER, "${channel}", List.of())));
  }

  private static String shared() {
    return streamId(TsdlPrinter.stream(TraceFrame.shared(NUMBER, "${channel}", List.of())));
  }

  private static String streamId(String text) {
    return replace(text, "id = " + NUMBER + ";", "id = ${stream_id};");
  }

  private static String event() {
    Optional<WireStructure> nothing = Optional.of(new WireStructure(List.of(), 1));
    EventRecordClass event =
        new EventRecordClass(OTHER_NUMBER, "${name}", "", OptionalInt.of(NUMBER), nothing, nothing);
    String text = TsdlPrinter.event(event, NUMBER);
    text = replace(text, "id = " + OTHER_NUMBER + ";", "id = ${id};");
    text = replace(text, "stream_id = " + NUMBER + ";", "stream_id = ${stream_id};");
    text = replace(text, "loglevel = " + NUMBER + ";", "loglevel = ${loglevel};");
    text = replace(text, "context := struct {};", "context := ${context};");
    return replace(text, "fields := struct {};", "fields := ${fields};");
  }

  /**
   * The template of CTF 2.
   *
   * @return the text, with line feeds
   */
  public static String fragments() {
    FragmentPrinter printer = new FragmentPrinter(BYTE_ORDER);
    return "#trace\n" + head(printer) + "#owned\n"
        + fragment(printer, TraceFrame.owned(NUMBER, "${channel}", List.of())) + "#shared\n"
        + fragment(printer, TraceFrame.shared(NUMBER, "${channel}", List.of())) + "#event\n"
        + fragment(printer);
  }

  private static String head(FragmentPrinter printer) {
    String text = printer.head(SecondForm.of(TraceFrame.trace(
        TRACE_UUID,
        ByteOrder.LITTLE_ENDIAN,
        Map.of("environment", (long) NUMBER),
        TraceFrame.clock(Optional.of(CLOCK_UUID), NUMBER, OTHER_NUMBER),
        List.of())));
    text = replace(text, "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]", "${uuid_bytes}");
    text = replace(text, TRACE_UUID.toString(), "${uuid}");
    text = replace(text, "{\"environment\": " + NUMBER + "}", "${environment}");
    text = replace(text, CLOCK_UUID.toString(), "${clock_uuid}");
    text = replace(text, "\"seconds\": " + NUMBER, "\"seconds\": ${clock_offset_s}");
    return replace(text, "\"cycles\": " + OTHER_NUMBER, "\"cycles\": ${clock_offset}");
  }

  private static String fragment(FragmentPrinter printer, DataStreamClass stream) {
    ClockClass clock = TraceFrame.clock(Optional.empty(), 0, 0);
    String text = printer.stream(SecondForm.of(stream, List.of(clock)));
    return replace(text, "\"id\": " + NUMBER, "\"id\": ${stream_id}");
  }

  private static String fragment(FragmentPrinter printer) {
    Optional<WireStructure> nothing = Optional.of(new WireStructure(List.of(), 1));
    int critical = 2;
    EventRecordClass event = new EventRecordClass(
        OTHER_NUMBER, "${name}", "", OptionalInt.of(critical), nothing, nothing);
    String text = printer.event(event, NUMBER);
    text = replace(text, "\"id\": " + OTHER_NUMBER, "\"id\": ${id}");
    text = replace(
        text, "\"data-stream-class-id\": " + NUMBER, "\"data-stream-class-id\": ${stream_id}");
    text = replace(text, "\"critical\"", "\"${loglevel}\"");
    String empty = "field-class\": {\"type\": \"structure\"}";
    text = replace(text, "specific-context-" + empty, "specific-context-field-class\": ${context}");
    return replace(text, "payload-" + empty, "payload-field-class\": ${fields}");
  }

  /** Replaces what stands there once; anything else means that the printer changed. */
  private static String replace(String text, String value, String placeholder) {
    int at = text.indexOf(value);
    if (at < 0 || text.indexOf(value, at + 1) >= 0) {
      throw new IllegalStateException("not there once: " + value + "\n" + text);
    }
    return text.substring(0, at) + placeholder + text.substring(at + value.length());
  }
}
