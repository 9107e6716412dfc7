package org.genevent.proof;

import java.math.BigInteger;
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
import org.genevent.model.trace.Identity;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireBoolean;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireDynamicBlob;
import org.genevent.model.trace.WireDynamicText;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireRange;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireText;
import org.genevent.model.trace.WireVariableInteger;

/** Random traces with everything that CTF 2 has. */
final class RandomFragments {

  private static final int DEPTH = 3;
  private static final List<String> TEXTS = List.of(
      "plain", "a \"quote\"", "back\\slash", "line\nfeed", "é", "", "\u001e", "😀", "[]{},:");

  private final Random random;
  private final List<String> clocks = new ArrayList<>();

  private RandomFragments(Random random) {
    this.random = random;
  }

  static TraceClass of(Random random) {
    return new RandomFragments(random).trace();
  }

  private TraceClass trace() {
    List<ClockClass> clockClasses = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      clocks.add("clock " + i + text());
      clockClasses.add(clock(clocks.get(clocks.size() - 1)));
    }
    Map<String, Object> environment = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      environment.put("fact " + i, random.nextBoolean() ? text() : (Object) random.nextLong());
    }
    List<DataStreamClass> streams = new ArrayList<>();
    for (int id = 0; id <= random.nextInt(3); id++) {
      streams.add(stream(random.nextInt(5) == 0 ? random.nextLong() : id));
    }
    Optional<UUID> uuid = maybe(new UUID(random.nextLong(), random.nextLong()));
    WireStructure packetHeader = new WireStructure(
        List.of(
            new WireMember("_magic", unsigned(32, FieldRole.PACKET_MAGIC_NUMBER)),
            new WireMember(
                "_uuid",
                new WireBlob(16, WireBlob.ANY_TYPE, Set.of(FieldRole.METADATA_STREAM_UUID))),
            new WireMember("_stream_id", unsigned(64, FieldRole.DATA_STREAM_CLASS_ID))),
        1);
    return new TraceClass(
        2,
        identity(),
        uuid,
        ByteOrder.LITTLE_ENDIAN,
        maybe(packetHeader),
        environment,
        clockClasses,
        streams);
  }

  private ClockClass clock(String id) {
    long frequency = 1 + random.nextInt(Integer.MAX_VALUE);
    boolean absolute = random.nextBoolean();
    Identity origin = new Identity(maybe(text()), Optional.of(text()), Optional.of(text()));
    return new ClockClass(
        id,
        identity(),
        Optional.empty(),
        text(),
        frequency,
        random.nextInt(2) * random.nextInt(1000),
        random.nextInt(2) * random.nextInt(1000),
        random.nextLong(),
        (long) (random.nextDouble() * frequency),
        absolute,
        absolute ? Optional.empty() : maybe(origin));
  }

  private Identity identity() {
    return new Identity(maybe(text()), maybe(text()), maybe(text()));
  }

  private DataStreamClass stream(long id) {
    Optional<String> clock =
        clocks.isEmpty() ? Optional.empty() : maybe(clocks.get(random.nextInt(clocks.size())));
    List<WireMember> header = new ArrayList<>();
    header.add(new WireMember("_id", unsigned(16, FieldRole.EVENT_RECORD_CLASS_ID)));
    clock.ifPresent(name -> header.add(new WireMember(
        "_time",
        random.nextBoolean()
            ? unsigned(27, FieldRole.DEFAULT_CLOCK_TIMESTAMP).withClock(name)
            : new WireVariableInteger(
                false, base(), clock, Set.of(FieldRole.DEFAULT_CLOCK_TIMESTAMP)))));
    List<EventRecordClass> events = new ArrayList<>();
    for (int event = 0; event <= random.nextInt(4); event++) {
      Identity identity = new Identity(maybe(text()), Optional.of("event" + text()), maybe(text()));
      events.add(new EventRecordClass(
          event,
          identity,
          identity.name().get(),
          text().strip(),
          random.nextBoolean() ? OptionalInt.of(random.nextInt(15)) : OptionalInt.empty(),
          maybe(structure(0)),
          maybe(structure(0))));
    }
    return new DataStreamClass(
        id,
        identity(),
        clock,
        text().strip(),
        maybe(structure(0)),
        Optional.of(new WireStructure(header, alignment())),
        maybe(structure(0)),
        events);
  }

  private WireStructure structure(int depth) {
    List<WireMember> members = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      add("_m " + i + text(), depth, members);
    }
    return new WireStructure(members, alignment());
  }

  /** A member, and in front of it what it refers to. */
  private void add(String name, int depth, List<WireMember> members) {
    String teller = "__t" + name;
    WireLocation location = location(teller);
    WireClass wire;
    switch (random.nextInt(depth < DEPTH ? 19 : 13)) {
      case 0 -> wire = bits();
      case 1 ->
        wire = new WireBitMap(
            new WireBitArray(64, alignment(), Optional.of(order()), random.nextBoolean()),
            List.of(new WireBitMap.Flag("a" + text(), 0, 7), new WireBitMap.Flag("b", 5, 63)));
      case 2 -> wire = new WireBoolean(bits());
      case 3 -> wire = integer(random.nextBoolean());
      case 4 ->
        wire = new WireVariableInteger(random.nextBoolean(), base(), Optional.empty(), Set.of());
      case 5 -> wire = floatingPoint();
      case 6 -> wire = enumeration(integer(random.nextBoolean()));
      case 7 ->
        wire = enumeration(
            new WireVariableInteger(random.nextBoolean(), base(), Optional.empty(), Set.of()));
      case 8 -> wire = new WireString(encoding());
      case 9 -> wire = new WireText(random.nextInt(1000), encoding());
      case 10 -> {
        members.add(new WireMember(teller, integer(false)));
        wire = new WireDynamicText(location, encoding());
      }
      case 11 -> wire = new WireBlob(random.nextInt(1000), "image/" + random.nextInt(9), Set.of());
      case 12 -> {
        members.add(new WireMember(teller, integer(false)));
        wire = new WireDynamicBlob(location, WireBlob.ANY_TYPE);
      }
      case 13 -> wire = structure(depth + 1);
      case 14 -> wire = new WireArray(random.nextInt(4), structure(depth + 1), alignment());
      case 15 -> {
        members.add(new WireMember(teller, integer(false)));
        wire = new WireSequence(location, structure(depth + 1), alignment());
      }
      case 16 -> {
        members.add(new WireMember(teller, new WireBoolean(bits())));
        wire = new WireOptional(location, List.of(), structure(depth + 1));
      }
      case 17 -> {
        members.add(new WireMember(teller, integer(random.nextBoolean())));
        wire = new WireOptional(location, List.of(range(0), range(1)), integer(true));
      }
      default -> {
        members.add(new WireMember(teller, integer(random.nextBoolean())));
        wire = new WireChoice(
            location,
            List.of(
                new WireChoice.Option(
                    maybe("_some" + text()),
                    List.of(range(0), range(2)),
                    structure(depth + 1),
                    text().strip()),
                new WireChoice.Option(Optional.empty(), List.of(range(1)), integer(true), "")));
      }
    }
    members.add(new WireMember(name, wire, text().strip()));
  }

  private WireRange range(int number) {
    BigInteger first = BigInteger.valueOf(number * 100L + random.nextInt(50));
    return new WireRange(first, first.add(BigInteger.valueOf(random.nextInt(50))));
  }

  private WireLocation location(String name) {
    return switch (random.nextInt(3)) {
      case 0 ->
        new WireLocation.InScope(
            Scope.values()[random.nextInt(Scope.values().length)], List.of("_x", name));
      case 1 -> new WireLocation.Relative(random.nextInt(3), List.of(name, "_y.z"));
      default -> new WireLocation.Relative(0, List.of(name));
    };
  }

  private WireBitArray bits() {
    return new WireBitArray(
        1 + random.nextInt(64), alignment(), Optional.of(order()), random.nextBoolean());
  }

  private WireEnumeration enumeration(WireNumber container) {
    List<WireEnumeration.Mapping> mappings = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      long one = random.nextLong();
      long other = random.nextBoolean() ? one : random.nextLong();
      boolean inOrder =
          (container.signed() ? Long.compare(one, other) : Long.compareUnsigned(one, other)) <= 0;
      mappings.add(new WireEnumeration.Mapping(
          "label " + i + text(), inOrder ? one : other, inOrder ? other : one));
    }
    return new WireEnumeration(container, mappings);
  }

  private WireInteger unsigned(int sizeBits, FieldRole role) {
    return new WireInteger(
        sizeBits,
        alignment(),
        false,
        Optional.of(order()),
        DisplayBase.DECIMAL,
        WireEncoding.NONE,
        Optional.empty(),
        false,
        Set.of(role));
  }

  private WireInteger integer(boolean signed) {
    return new WireInteger(
        1 + random.nextInt(64),
        alignment(),
        signed,
        Optional.of(order()),
        base(),
        WireEncoding.NONE,
        Optional.empty(),
        random.nextBoolean(),
        Set.of());
  }

  private WireFloat floatingPoint() {
    int exponentBits = List.of(5, 8, 11).get(random.nextInt(3));
    int sizeBits = exponentBits == 5 ? 16 : exponentBits == 8 ? 32 : 64;
    return new WireFloat(
        exponentBits,
        sizeBits - exponentBits,
        alignment(),
        Optional.of(order()),
        random.nextBoolean());
  }

  private WireEncoding encoding() {
    List<WireEncoding> all = List.of(
        WireEncoding.UTF8,
        WireEncoding.UTF16BE,
        WireEncoding.UTF16LE,
        WireEncoding.UTF32BE,
        WireEncoding.UTF32LE);
    return all.get(random.nextInt(all.size()));
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
