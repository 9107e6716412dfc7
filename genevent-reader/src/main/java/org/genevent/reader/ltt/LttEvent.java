package org.genevent.reader.ltt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.genevent.model.Event;
import org.genevent.model.EventAttribute;
import org.genevent.model.Field;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.FieldSink;

/** An event of a facility that the trace announced: its payload in every way in which writers of the original laid it out. */
final class LttEvent {

  /** No size was written: the reader's own counts. */
  static final int NO_SIZE = 0xFFFF;

  final String facility;
  final Event declaration;
  final EventRecordClass eventClass;

  /** The field by which our runtime tells something of the stream; empty for all other events. */
  final String note;

  /** Whether events of this kind are given. */
  final boolean wanted;

  /** Whether events of this kind tell, in their one field, how many were lost since the stream began. */
  final boolean countsLosses;

  private final List<Payload> payloads = new ArrayList<>();

  /** One way to lay out the fields; without the first where that travels in a compact header or nowhere. */
  private record Payload(List<PayloadNode> nodes, boolean withoutFirst, long fixedBytes) {

    void decode(PayloadInput in, FieldSink sink) {
      for (int i = withoutFirst ? 1 : 0; i < nodes.size(); i++) {
        nodes.get(i).decode(in, sink);
      }
    }

    /** Reads to the end without telling anyone. */
    void pass(PayloadInput in) {
      if (fixedBytes == PayloadNode.VARIABLE) {
        decode(in, null);
      } else {
        in.take((int) Math.min(Integer.MAX_VALUE, fixedBytes));
      }
    }

    static Payload of(List<PayloadNode> nodes, boolean withoutFirst) {
      long end = 0;
      for (int i = withoutFirst ? 1 : 0; i < nodes.size(); i++) {
        end = PayloadNode.end(end, nodes.get(i));
      }
      return new Payload(nodes, withoutFirst, end);
    }
  }

  /** Compiles an event; throws {@link LttFailure} if its types make no sense. */
  LttEvent(
      String facility,
      long classId,
      Event declaration,
      TypeSizes sizes,
      Predicate<EventRecordClass> asked) {
    this.facility = facility;
    this.declaration = declaration;
    this.note = StreamNotes.field(facility, declaration.name());
    // LTT has no place for losses; this is how genevent's runtime says them
    countsLosses = facility.equals("genevent")
        && declaration.name().equals("discarded")
        && declaration.payloadFields().stream()
            .map(Field::fieldClass)
            .toList()
            .equals(List.of(IntegerFieldClass.fixed(Long.BYTES, false)));
    boolean compact = declaration.attributes().contains(EventAttribute.COMPACT_DATA)
        && !declaration.fields().isEmpty();
    for (PayloadRule rule : PayloadRule.values()) {
      PayloadCompiler compiler = new PayloadCompiler(sizes, rule);
      List<PayloadNode> nodes = compiler.compile(declaration.payloadFields());
      payloads.add(Payload.of(nodes, compact));
      if (compact && rule == PayloadRule.PLAIN) {
        payloads.add(Payload.of(nodes, false));
      }
      if (!compiler.rulesMatter()) {
        break;
      }
    }
    // the nodes were not too many, so this does not unfold to too much either
    eventClass = new EventRecordClass(
        classId,
        facility + ":" + declaration.name(),
        declaration.description(),
        OptionalInt.empty(),
        Optional.empty(),
        new WireForm(sizes).structure(declaration.payloadFields()));
    wanted = asked.test(eventClass);
  }

  /**
   * Finds the way in which a payload of a size makes sense; the input is left behind its last byte.
   *
   * @return the number of the way
   */
  int fit(PayloadInput in, int start, int there, int sizeBytes) {
    if (sizeBytes == NO_SIZE) {
      in.open(start, there);
      payloads.get(0).pass(in);
      return 0;
    }
    LttFailure failure = null;
    for (int way = 0; way < payloads.size(); way++) {
      Payload payload = payloads.get(way);
      in.open(start, sizeBytes);
      try {
        payload.pass(in);
        if (in.remaining() == 0) {
          return way;
        }
        failure = failure == null ? LttFailure.SIZE : failure;
      } catch (LttFailure e) {
        failure = failure == null ? e : failure;
      }
    }
    throw payloads.get(0).fixedBytes() == PayloadNode.VARIABLE ? failure : LttFailure.SIZE;
  }

  /**
   * Gives the fields.
   *
   * @param way as {@link #fit} found it
   * @param headerValue the value from a compact header, if the event came with one
   */
  void fields(PayloadInput in, int way, OptionalInt headerValue, FieldSink sink) {
    Payload payload = payloads.get(way);
    if (payload.withoutFirst()) {
      PayloadNode first = payload.nodes().get(0);
      if (headerValue.isPresent()) {
        first.give(headerValue.getAsInt() & 0xFFFFFFFFL, sink);
      } else {
        first.giveNothing(sink);
      }
    }
    payload.decode(in, sink);
  }
}
