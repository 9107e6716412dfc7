package org.genevent.proof;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.genevent.model.DisplayBase;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/**
 * Random traces, also such as no facility gives, with the rare attributes of their classes.
 *
 * <p>Left out are the descriptions that become comments.
 */
final class RandomTraceClass {

  private static final int DEPTH = 3;
  private static final List<String> TEXTS =
      List.of("plain", "a \"quote\"", "back\\slash", "*/ end", "line\nfeed", "é␀", "", "??/");

  private final Random random;
  private final List<String> clocks = new ArrayList<>();

  private RandomTraceClass(Random random) {
    this.random = random;
  }

  static TraceClass of(Random random) {
    return new RandomTraceClass(random).trace();
  }

  private TraceClass trace() {
    List<ClockClass> clockClasses = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      clocks.add("clock" + i);
      clockClasses.add(new ClockClass(
          "clock" + i,
          maybe(new UUID(random.nextLong(), random.nextLong())),
          text(),
          1 + random.nextInt(Integer.MAX_VALUE),
          random.nextInt(2) * random.nextInt(1000),
          random.nextInt(),
          random.nextInt(Integer.MAX_VALUE),
          random.nextBoolean()));
    }
    Map<String, Object> environment = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      environment.put("fact" + i, random.nextBoolean() ? text() : (Object) random.nextLong());
    }
    List<DataStreamClass> streams = new ArrayList<>();
    for (int id = 0; id <= random.nextInt(3); id++) {
      streams.add(stream(id));
    }
    WireStructure packetHeader = new WireStructure(
        List.of(
            new WireMember(
                "magic",
                WireInteger.unsigned(32, 8).withRoles(Set.of(FieldRole.PACKET_MAGIC_NUMBER))),
            new WireMember(
                "stream_id",
                WireInteger.unsigned(32, 8).withRoles(Set.of(FieldRole.DATA_STREAM_CLASS_ID)))),
        1);
    return new TraceClass(
        maybe(new UUID(random.nextLong(), random.nextLong())),
        order(),
        Optional.of(packetHeader),
        environment,
        clockClasses,
        streams);
  }

  private DataStreamClass stream(int id) {
    WireStructure header = new WireStructure(
        List.of(new WireMember(
            "id", WireInteger.unsigned(16, 8).withRoles(Set.of(FieldRole.EVENT_RECORD_CLASS_ID)))),
        1);
    List<EventRecordClass> events = new ArrayList<>();
    for (int event = 0; event <= random.nextInt(4); event++) {
      events.add(new EventRecordClass(
          event,
          "event " + text(),
          "",
          random.nextBoolean() ? OptionalInt.of(random.nextInt(15)) : OptionalInt.empty(),
          maybe(structure(0)),
          maybe(structure(0))));
    }
    return new DataStreamClass(
        id, "", maybe(structure(0)), Optional.of(header), maybe(structure(0)), events);
  }

  private WireStructure structure(int depth) {
    List<WireMember> members = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      add("_m" + i, depth, members);
    }
    return new WireStructure(members, alignment());
  }

  /** A member, and in front of it what it refers to. */
  private void add(String name, int depth, List<WireMember> members) {
    WireClass wire;
    switch (random.nextInt(depth < DEPTH ? 8 : 4)) {
      case 0 -> wire = integer(random.nextBoolean());
      case 1 -> wire = floatingPoint();
      case 2 ->
        wire = new WireString(random.nextBoolean() ? WireEncoding.UTF8 : WireEncoding.ASCII);
      case 3 -> wire = enumeration();
      case 4 -> wire = structure(depth + 1);
      case 5 -> wire = new WireArray(random.nextInt(4), new WireArray(2, structure(depth + 1)));
      case 6 -> {
        members.add(new WireMember("_" + name + "_length", integer(false)));
        wire = new WireSequence(WireLocation.beside("_" + name + "_length"), structure(depth + 1));
      }
      default -> {
        members.add(new WireMember("_" + name + "_tag", tag()));
        wire = new WireVariant(
            WireLocation.beside("_" + name + "_tag"),
            List.of(
                new WireMember("some", structure(depth + 1)),
                new WireMember("other", integer(true))));
      }
    }
    members.add(new WireMember(name, wire));
  }

  private WireEnumeration tag() {
    return new WireEnumeration(
        WireInteger.unsigned(8, 8),
        List.of(
            new WireEnumeration.Mapping("some", 0, 0),
            new WireEnumeration.Mapping("other", 1, 200)));
  }

  private WireEnumeration enumeration() {
    boolean signed = random.nextBoolean();
    WireInteger container = new WireInteger(
        64, alignment(), signed, maybe(order()), base(), WireEncoding.NONE, Optional.empty());
    List<WireEnumeration.Mapping> mappings = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      long one = random.nextLong();
      long other = random.nextBoolean() ? one : random.nextLong();
      boolean inOrder = (signed ? Long.compare(one, other) : Long.compareUnsigned(one, other)) <= 0;
      mappings.add(new WireEnumeration.Mapping(
          "label " + i + text(), inOrder ? one : other, inOrder ? other : one));
    }
    return new WireEnumeration(container, mappings);
  }

  private WireInteger integer(boolean signed) {
    WireEncoding[] encodings = {WireEncoding.NONE, WireEncoding.UTF8, WireEncoding.ASCII};
    return new WireInteger(
        1 + random.nextInt(64),
        alignment(),
        signed,
        maybe(order()),
        base(),
        encodings[random.nextInt(encodings.length)],
        clocks.isEmpty() ? Optional.empty() : maybe(clocks.get(random.nextInt(clocks.size()))));
  }

  private WireFloat floatingPoint() {
    return switch (random.nextInt(4)) {
      case 0 -> new WireFloat(5, 11, alignment(), maybe(order()));
      case 1 -> new WireFloat(8, 24, alignment(), maybe(order()));
      case 2 -> new WireFloat(11, 53, alignment(), maybe(order()));
      default ->
        new WireFloat(2 + random.nextInt(10), 2 + random.nextInt(52), alignment(), maybe(order()));
    };
  }

  private int alignment() {
    return 1 << random.nextInt(7);
  }

  private ByteOrder order() {
    return random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  private DisplayBase base() {
    return DisplayBase.values()[random.nextInt(DisplayBase.values().length)];
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }
}
