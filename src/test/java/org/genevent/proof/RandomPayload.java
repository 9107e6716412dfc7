package org.genevent.proof;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.genevent.model.DisplayBase;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireBoolean;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireRange;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireText;
import org.genevent.model.trace.WireVariableInteger;
import org.genevent.model.trace.WireVariant;

/**
 * Random payloads that almost any bytes are values of: lengths are small, and each value of a tag chooses something.
 *
 * <p>Within a byte all integers have the same byte order, which both versions of CTF demand: those of another one begin at a
 * multiple of 8 bits.
 */
final class RandomPayload {

  private static final int DEPTH = 3;

  private final Random random;
  private final int majorVersion;
  private final ByteOrder order;

  RandomPayload(Random random, int majorVersion, ByteOrder order) {
    this.random = random;
    this.majorVersion = majorVersion;
    this.order = order;
  }

  WireStructure structure(int depth) {
    List<WireMember> members = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      add("_m" + depth + i, depth, members);
    }
    return new WireStructure(members, alignment());
  }

  private void add(String name, int depth, List<WireMember> members) {
    String teller = "_of" + name;
    WireLocation location = majorVersion == 1
        ? WireLocation.beside(teller)
        : new WireLocation.Relative(0, List.of(teller));
    WireClass wire = switch (random.nextInt(depth < DEPTH ? 12 : 6)) {
      case 0, 1, 2 -> integer();
      case 3 -> enumeration();
      case 4 -> floatingPoint();
      case 5 -> majorVersion == 1 ? text() : second();
      case 6 -> structure(depth + 1);
      case 7 -> new WireArray(1 + random.nextInt(3), integer());
      case 8 -> {
        members.add(new WireMember(teller, small(false)));
        yield new WireSequence(location, random.nextBoolean() ? integer() : structure(depth + 1));
      }
      case 9 -> new WireArray(1 + random.nextInt(2), structure(depth + 1));
      default -> chosen(location, teller, depth, members);
    };
    members.add(new WireMember(name, wire));
  }

  /** A variant, or in CTF 2 an optional. */
  private WireClass chosen(
      WireLocation location, String teller, int depth, List<WireMember> members) {
    if (majorVersion == 1) {
      WireInteger tag = small(false);
      members.add(new WireMember(
          teller,
          new WireEnumeration(
              tag,
              List.of(
                  new WireEnumeration.Mapping("one", 0, 0),
                  new WireEnumeration.Mapping("other", 1, (1L << tag.sizeBits()) - 1)))));
      return new WireVariant(
          location,
          List.of(new WireMember("one", integer()), new WireMember("other", structure(depth + 1))));
    } else if (random.nextBoolean()) {
      members.add(new WireMember(teller, new WireBoolean(bits())));
      return new WireOptional(location, List.of(), structure(depth + 1));
    }
    members.add(new WireMember(teller, small(true)));
    return new WireChoice(
        location,
        List.of(
            new WireChoice.Option(
                Optional.of("_one"), List.of(range(-4, -1), range(2, 3)), integer(), ""),
            new WireChoice.Option(
                Optional.of("_other"), List.of(range(0, 1)), structure(depth + 1), "")));
  }

  private static WireRange range(long first, long last) {
    return new WireRange(BigInteger.valueOf(first), BigInteger.valueOf(last));
  }

  /** Of CTF 2 only. */
  private WireClass second() {
    return switch (random.nextInt(6)) {
      case 0 -> bits();
      case 1 ->
        new WireBitMap(
            new WireBitArray(8, alignment(), Optional.of(order), random.nextBoolean()),
            List.of(new WireBitMap.Flag("low", 0, 3), new WireBitMap.Flag("high", 3, 7)));
      case 2 -> new WireBoolean(bits());
      case 3 ->
        new WireVariableInteger(
            random.nextBoolean(), DisplayBase.DECIMAL, Optional.empty(), Set.of());
      case 4 -> new WireText(4L * random.nextInt(3), WireEncoding.UTF8);
      default -> text();
    };
  }

  private WireClass text() {
    return new WireString(WireEncoding.UTF8);
  }

  private WireBitArray bits() {
    return new WireBitArray(
        1 + random.nextInt(64), alignment(), Optional.of(order), random.nextBoolean());
  }

  /** A length or tag of three bits. */
  private WireInteger small(boolean signed) {
    return integer(3, signed);
  }

  private WireInteger integer() {
    return integer(1 + random.nextInt(64), random.nextBoolean());
  }

  private WireInteger integer(int sizeBits, boolean signed) {
    return new WireInteger(
        sizeBits,
        alignment(),
        signed,
        majorVersion == 1 ? Optional.empty() : Optional.of(order),
        DisplayBase.DECIMAL,
        WireEncoding.NONE,
        Optional.empty(),
        majorVersion == 2 && random.nextInt(4) == 0,
        Set.of());
  }

  private WireEnumeration enumeration() {
    WireInteger container = integer(1 + random.nextInt(16), random.nextBoolean());
    return new WireEnumeration(
        container,
        List.of(
            new WireEnumeration.Mapping("few", 0, 0),
            new WireEnumeration.Mapping(
                "more", container.signed() ? -1 : 1, container.signed() ? -1 : 100)));
  }

  private WireFloat floatingPoint() {
    boolean single = random.nextBoolean();
    return new WireFloat(
        single ? 8 : 11,
        single ? 24 : 53,
        alignment(),
        majorVersion == 1 ? Optional.empty() : Optional.of(order));
  }

  private int alignment() {
    return 1 << random.nextInt(6);
  }
}
