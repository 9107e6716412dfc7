package org.genevent.cli.convert;

import java.util.Optional;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.Identity;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEnumeration;

/** Finds zero bytes in texts of metadata: strings of CTF 1.8 end there for readers that are written in C, so that it has none. */
final class ZeroBytes {

  /** What is lost. */
  static final String LOSS = "zero bytes in texts of the metadata";

  private boolean found;

  private ZeroBytes() {}

  /** Whether a trace has some. */
  static boolean in(TraceClass trace) {
    ZeroBytes zeros = new ZeroBytes();
    zeros.look(trace.identity());
    trace.environment().values().forEach(value -> zeros.look(String.valueOf(value)));
    trace.clocks().forEach(zeros::look);
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      zeros.look(stream.identity());
      for (EventRecordClass event : stream.eventRecordClasses()) {
        zeros.look(event.identity());
        zeros.look(event.name());
      }
    }
    trace.words().attributes().forEach(attribute -> {
      if (attribute.namespace().isEmpty()) {
        zeros.look(String.valueOf(attribute.value()));
      }
    });
    trace
        .words()
        .callsites()
        .forEach(one -> one.values().forEach(value -> zeros.look(String.valueOf(value))));
    TracePaths.map(trace, zeros.new Inside());
    return zeros.found;
  }

  private void look(String text) {
    found |= text.indexOf(0) >= 0;
  }

  private void look(Optional<String> text) {
    text.ifPresent(this::look);
  }

  private void look(Identity identity) {
    look(identity.namespace());
    look(identity.name());
    look(identity.uid());
  }

  private void look(ClockClass clock) {
    look(clock.identity());
    look(clock.description());
    clock.origin().ifPresent(this::look);
  }

  /** Descriptions, labels, names of bits. */
  private final class Inside implements TracePaths.Visitor {
    @Override
    public String description(TracePaths.Path path, String text) {
      look(text);
      return text;
    }

    @Override
    public WireClass leaf(TracePaths.Path path, WireClass wire) {
      if (wire instanceof WireEnumeration enumeration) {
        enumeration.mappings().forEach(mapping -> look(mapping.label()));
      } else if (wire instanceof WireBitMap map) {
        map.flags().forEach(flag -> look(flag.label()));
      }
      return wire;
    }
  }
}
