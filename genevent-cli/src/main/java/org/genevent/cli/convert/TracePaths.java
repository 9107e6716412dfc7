package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;
import org.genevent.reader.decode.Conventions;

/**
 * Goes through everything in a trace class that has a path among its facts ({@link PathFacts}), and puts another in its place.
 *
 * <p>Two paths lead to what belongs to events: {@code facility:event.field}, which several data stream classes may have, and
 * one that only it has, {@code stream/0/event/7/fields.field}. Other things have one: {@code trace/header.field}, {@code
 * stream/0}, {@code stream/0/packet.field}, {@code stream/0/header.field}, {@code stream/0/events.field}. There, a percent sign
 * and two digits stand for spaces, percent signs and zeros in names.
 */
final class TracePaths {

  private static final String NO_FACILITY = "trace";

  private final Visitor visitor;

  private TracePaths(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * Where something is.
   *
   * @param own the path that only it has
   * @param named the path by names; empty if there is none
   */
  record Path(String own, String named) {

    private Path inside(String separator, String name) {
      return new Path(
          own + separator + encoded(name), named.isEmpty() ? "" : named + separator + name);
    }

    private static Path of(String own) {
      return new Path(own, "");
    }
  }

  /** Takes what is found, and gives back what is to be there. */
  interface Visitor {
    /** A description, mostly empty. */
    String description(Path path, String text);

    /** A class that holds no others, or bytes. */
    WireClass leaf(Path path, WireClass wire);
  }

  /** A name in a path of its own. */
  static String encoded(String name) {
    return name.replace("%", "%25").replace(" ", "%20").replace("\0", "%00");
  }

  /** The path of a data stream class. */
  static String of(DataStreamClass stream) {
    return "stream/" + Long.toUnsignedString(stream.id());
  }

  /** The path of an event record class. */
  static String of(DataStreamClass stream, EventRecordClass event) {
    return of(stream) + "/event/" + Long.toUnsignedString(event.id());
  }

  /** The trace with what the visitor gives. */
  static TraceClass map(TraceClass trace, Visitor visitor) {
    TracePaths paths = new TracePaths(visitor);
    return new TraceClass(
        trace.majorVersion(),
        trace.identity(),
        trace.uuid(),
        trace.byteOrder(),
        paths.scope(Path.of("trace/header"), trace.packetHeader()),
        trace.environment(),
        trace.clocks(),
        trace.dataStreamClasses().stream().map(paths::stream).toList(),
        trace.words());
  }

  private DataStreamClass stream(DataStreamClass stream) {
    String path = of(stream);
    return new DataStreamClass(
        stream.id(),
        stream.identity(),
        stream.clock(),
        visitor.description(Path.of(path), stream.description()),
        scope(Path.of(path + "/packet"), stream.packetContext()),
        scope(Path.of(path + "/header"), stream.eventHeader()),
        scope(Path.of(path + "/events"), stream.eventContext()),
        stream.eventRecordClasses().stream().map(event -> event(stream, event)).toList());
  }

  private EventRecordClass event(DataStreamClass stream, EventRecordClass event) {
    int colon = event.name().indexOf(':');
    String facility = colon > 0 ? event.name().substring(0, colon) : NO_FACILITY;
    String named = facility + ":" + event.name().substring(colon + 1);
    String own = of(stream, event);
    return new EventRecordClass(
        event.id(),
        event.identity(),
        event.name(),
        visitor.description(new Path(own, named), event.description()),
        event.logLevel(),
        scope(new Path(own + "/context", facility), event.context()),
        scope(new Path(own + "/fields", named), event.fields()));
  }

  private Optional<WireStructure> scope(Path path, Optional<WireStructure> structure) {
    return structure.map(members -> structure(path, members));
  }

  private WireStructure structure(Path path, WireStructure structure) {
    List<WireMember> members = new ArrayList<>();
    for (WireMember member : structure.members()) {
      members.add(member(path.inside(".", Conventions.shown(member.name())), member));
    }
    return new WireStructure(members, structure.minimumAlignmentBits());
  }

  private WireMember member(Path path, WireMember member) {
    return new WireMember(
        member.name(),
        wire(path, member.wireClass()),
        visitor.description(path, member.description()));
  }

  /** What stands in a list, or is there or not, has the path of what is around it. */
  private WireClass inner(Path path, WireClass wire) {
    if (wire instanceof WireStructure structure
        && Conventions.isWrapping(structure, Conventions.helpers(structure))) {
      List<WireMember> members = new ArrayList<>(structure.members());
      WireMember last = members.remove(members.size() - 1);
      members.add(new WireMember(last.name(), wire(path, last.wireClass()), last.description()));
      return new WireStructure(members, structure.minimumAlignmentBits());
    }
    return wire(path, wire);
  }

  private WireClass wire(Path path, WireClass wire) {
    WireClass leaf = visitor.leaf(path, wire);
    if (leaf != wire) {
      return leaf;
    } else if (wire instanceof WireStructure structure) {
      return structure(path, structure);
    } else if (wire instanceof WireArray array) {
      return new WireArray(
          array.length(), inner(path, array.element()), array.minimumAlignmentBits());
    } else if (wire instanceof WireSequence sequence) {
      return new WireSequence(
          sequence.length(), inner(path, sequence.element()), sequence.minimumAlignmentBits());
    } else if (wire instanceof WireOptional optional) {
      return new WireOptional(
          optional.selector(), optional.ranges(), inner(path, optional.content()));
    } else if (wire instanceof WireVariant variant) {
      return variant(path, variant);
    } else if (wire instanceof WireChoice choice) {
      return choice(path, choice);
    }
    return wire;
  }

  private WireVariant variant(Path path, WireVariant variant) {
    boolean optional = Conventions.isOptional(variant);
    List<WireMember> options = new ArrayList<>();
    for (WireMember option : variant.options()) {
      Path inside = optional ? path : path.inside(".", Conventions.shown(option.name()));
      options.add(new WireMember(
          option.name(),
          inner(inside, option.wireClass()),
          optional ? option.description() : visitor.description(inside, option.description())));
    }
    return new WireVariant(variant.tag(), options);
  }

  private WireChoice choice(Path path, WireChoice choice) {
    List<WireChoice.Option> options = new ArrayList<>();
    for (WireChoice.Option option : choice.options()) {
      Path inside = path.inside(
          ".", option.name().map(Conventions::shown).orElse("option_" + options.size()));
      options.add(new WireChoice.Option(
          option.name(),
          option.ranges(),
          inner(inside, option.wireClass()),
          visitor.description(inside, option.description())));
    }
    return new WireChoice(choice.selector(), options);
  }
}
