package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.genevent.model.EventLevel;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.Identity;
import org.genevent.model.trace.ProducerWords;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;

/** Says what the metadata of a CTF trace tells beside the fields of events, and the new trace does not: a line a kind. */
final class TraceLosses {

  /** The clock of LTT traces has no name; in CTF it gets this one. */
  static final String LTT_CLOCK = "tsc";

  /** Uuids of this version are made from what the trace has. */
  private static final int MADE_FROM_CONTENT = 3;

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final long SECOND_NANOS = 1_000_000_000L;

  private final TraceClass trace;
  private final boolean toLtt;
  private final boolean second;
  private final Losses losses;

  private TraceLosses(TraceClass trace, TargetFormat format, Losses losses) {
    this.trace = trace;
    this.toLtt = format.isLtt();
    this.second = format == TargetFormat.CTF_2;
    this.losses = losses;
  }

  /** Looks at the metadata of a trace that becomes one of a format. */
  static void say(TraceClass trace, TargetFormat format, Losses losses) {
    new TraceLosses(trace, format, losses).say();
  }

  private void say() {
    others("packet headers", trace.packetHeader());
    trace.dataStreamClasses().forEach(stream -> others("event headers", stream.eventHeader()));
    if (toLtt) {
      forLtt();
    } else if (!second && ZeroBytes.in(trace)) {
      losses.add(ZeroBytes.LOSS);
    }
    words();
  }

  private void forLtt() {
    boolean wasLtt = "ltt".equals(trace.environment().get("domain"));
    List<String> ofTrace = new ArrayList<>();
    Optional<UUID> uuid = uuid(trace);
    // what was LTT has a uuid only because CTF has
    if (uuid.isPresent() && !(wasLtt && uuid.get().version() == MADE_FROM_CONTENT)) {
      ofTrace.add("the uuid " + uuid.get());
    }
    Identity identity = trace.identity();
    Optional<String> uid =
        identity.uid().filter(text -> !text.equals(uuid.map(UUID::toString).orElse("")));
    ofTrace.addAll(identity(new Identity(identity.namespace(), identity.name(), uid), ""));
    add("of the trace", ofTrace);
    trace.clocks().forEach(this::clock);
    if (trace.clocks().size() > 1) {
      losses.add("that there are " + trace.clocks().size() + " clocks");
    }
    boolean described = Described.inside(trace.packetHeader());
    boolean identified = false;
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      identified |= !identity(stream.identity(), "").isEmpty();
      described |= !stream.description().isBlank()
          || Described.inside(stream.packetContext())
          || Described.inside(stream.eventHeader())
          || Described.inside(stream.eventContext());
      for (EventRecordClass event : stream.eventRecordClasses()) {
        identified |= !identity(event.identity(), event.name()).isEmpty();
        described |= Described.inside(event.context());
        level(event);
      }
    }
    if (identified) {
      losses.add("namespaces, names and uids of streams and events");
    }
    if (described) {
      losses.add("descriptions of streams, and of fields beside those of events");
    }
    if (!wasLtt && KeptRoles.has(trace.packetHeader(), FieldRole.DATA_STREAM_ID)) {
      losses.add("the numbers of streams (stream_instance_id)");
    }
  }

  /** What producers say in their own words: CTF keeps it where it has a place. */
  private void words() {
    ProducerWords words = trace.words();
    Set<String> names = new LinkedHashSet<>();
    if (toLtt) {
      words.attributes().forEach(attribute -> names.add(attribute.shown()));
      if (!words.callsites().isEmpty()) {
        names.add("callsite");
      }
    }
    names.addAll(words.unplaced());
    names.forEach(name -> losses.add("what the metadata says of " + name));
  }

  private void add(String where, List<String> what) {
    if (!what.isEmpty()) {
      losses.add(where + ": " + String.join(", ", what));
    }
  }

  private void clock(ClockClass clock) {
    List<String> lost = new ArrayList<>();
    if (!clock.name().equals(LTT_CLOCK)) {
      lost.add("its name");
    }
    clock.uuid().ifPresent(uuid -> lost.add("the uuid " + uuid));
    if (!clock.description().isBlank()) {
      lost.add("its description");
    }
    if (clock.precisionCycles() != 0) {
      lost.add("its precision");
    }
    if (!clock.absolute()) {
      lost.add("that it is not absolute");
    }
    if (clock.frequencyHz() != SECOND_NANOS && trace.clocks().size() > 1) {
      lost.add("its frequency of " + clock.frequencyHz() + " Hz, which becomes 1000000000");
    }
    lost.addAll(identity(clock.identity(), clock.name()));
    if (clock.accuracyCycles() != 0) {
      lost.add("its accuracy");
    }
    if (clock.origin().isPresent()) {
      lost.add("its origin");
    }
    add("of the clock " + clock.name(), lost);
  }

  private static List<String> identity(Identity identity, String name) {
    List<String> lost = new ArrayList<>();
    identity.namespace().ifPresent(text -> lost.add("the namespace " + text));
    identity
        .name()
        .filter(text -> !text.equals(name))
        .ifPresent(text -> lost.add("the name " + text));
    identity.uid().ifPresent(text -> lost.add("the uid " + text));
    return lost;
  }

  /** The uuid of a trace: in CTF 2 the uid, if it is such. */
  static Optional<UUID> uuid(TraceClass trace) {
    return trace.uuid().or(() -> uuid(trace.identity()));
  }

  /** The uuid of a clock. */
  static Optional<UUID> uuid(ClockClass clock) {
    return clock.uuid().or(() -> uuid(clock.identity()));
  }

  private static Optional<UUID> uuid(Identity identity) {
    return identity.uid().filter(text -> UUID_TEXT.matcher(text).matches()).map(UUID::fromString);
  }

  private void others(String where, Optional<WireStructure> structure) {
    KeptRoles.without(structure).stream()
        .flatMap(others -> others.members().stream())
        .filter(member -> !KeptRoles.hasInside(member.wireClass()))
        .map(WireMember::name)
        .forEach(name -> losses.add("what " + where + " say of " + name));
  }

  private void level(EventRecordClass event) {
    boolean unknown = event.logLevel().isPresent()
        && (event.logLevel().getAsInt() < 0
            || event.logLevel().getAsInt() >= EventLevel.values().length);
    if (unknown) {
      losses.add("levels of events");
    }
  }
}
