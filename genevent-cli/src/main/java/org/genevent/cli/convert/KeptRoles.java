package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** Finds what headers and contexts of packets and events have for the format's own sake. */
final class KeptRoles {

  private KeptRoles() {}

  /** Whether a member has the role. */
  static boolean has(Optional<WireStructure> structure, FieldRole role) {
    return structure.isPresent()
        && structure.get().members().stream()
            .anyMatch(member -> roles(member.wireClass()).contains(role));
  }

  /** The structure without the members that have a role. */
  static Optional<WireStructure> without(Optional<WireStructure> structure) {
    return structure.map(all -> {
      List<WireMember> others = new ArrayList<>();
      for (WireMember member : all.members()) {
        boolean uuid = member.name().equals("uuid") && member.wireClass() instanceof WireArray;
        if (roles(member.wireClass()).isEmpty() && !uuid) {
          others.add(member);
        }
      }
      return new WireStructure(others, all.minimumAlignmentBits());
    });
  }

  private static Set<FieldRole> roles(WireClass wire) {
    if (wire instanceof WireNumber number) {
      return number.roles();
    } else if (wire instanceof WireEnumeration enumeration) {
      return enumeration.container().roles();
    } else if (wire instanceof WireBlob blob) {
      return blob.roles();
    }
    return Set.of();
  }

  /** How many bits of a clock event headers have at most; 64 where that is not known. */
  static int timeBits(Optional<WireStructure> header) {
    int[] most = new int[1];
    header.ifPresent(structure -> numbers(structure, number -> {
      boolean time = number.roles().contains(FieldRole.DEFAULT_CLOCK_TIMESTAMP)
          || number.clock().isPresent();
      int bits = number instanceof WireInteger integer ? integer.sizeBits() : Long.SIZE;
      most[0] = time ? Math.max(most[0], bits) : most[0];
    }));
    return most[0];
  }

  private static void numbers(WireClass wire, Consumer<WireNumber> found) {
    if (wire instanceof WireNumber number) {
      found.accept(number);
    } else if (wire instanceof WireEnumeration enumeration) {
      found.accept(enumeration.container());
    } else if (wire instanceof WireStructure structure) {
      structure.members().forEach(member -> numbers(member.wireClass(), found));
    } else if (wire instanceof WireVariant variant) {
      variant.options().forEach(option -> numbers(option.wireClass(), found));
    } else if (wire instanceof WireChoice choice) {
      choice.options().forEach(option -> numbers(option.wireClass(), found));
    } else if (wire instanceof WireOptional optional) {
      numbers(optional.content(), found);
    } else if (wire instanceof WireArray array) {
      numbers(array.element(), found);
    } else if (wire instanceof WireSequence sequence) {
      numbers(sequence.element(), found);
    }
  }

  /** Whether there is a member with a role, or that tells a time, however deep inside. */
  static boolean hasInside(WireClass wire) {
    boolean[] found = new boolean[1];
    numbers(
        wire, number -> found[0] |= !number.roles().isEmpty() || number.clock().isPresent());
    return found[0];
  }

  /** The clock of a stream: that of its header, else of its packets, else the only one of the trace. */
  static Optional<String> clock(
      Optional<String> named, Optional<WireStructure> header, Optional<WireStructure> packets) {
    return named.or(() -> mapped(header)).or(() -> mapped(packets));
  }

  private static Optional<String> mapped(Optional<WireStructure> structure) {
    List<String> names = new ArrayList<>();
    structure.ifPresent(one -> numbers(one, number -> number.clock().ifPresent(names::add)));
    return names.stream().findFirst();
  }
}
