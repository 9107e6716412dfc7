package org.genevent.reader.decode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireDynamicBlob;
import org.genevent.model.trace.WireDynamicText;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** How writers say in CTF what it has no word for, and what is shown of that. */
public final class Conventions {

  /** The option of a variant that means that there is nothing. */
  static final String ABSENT = "absent";

  private static final String PRESENT = "present";

  /** The member of a structure that only is there to put a length or a tag in front of an element. */
  private static final String WRAPPED = "value";

  private Conventions() {}

  /**
   * What people see of a name: it has no underscore that keeps it from being a word of the language.
   *
   * @param name a name in the metadata
   * @return the name without that underscore
   */
  public static String shown(String name) {
    return name.length() > 1 && name.startsWith("_") ? name.substring(1) : name;
  }

  /**
   * Whether an enumeration is a truth value: CTF 1.8 has none.
   *
   * @param wire the enumeration
   * @return true if 0 is false and 1 is true
   */
  public static boolean isTruth(WireEnumeration wire) {
    return wire.container() instanceof WireInteger integer
        && integer.sizeBits() == 8
        && wire.mappings()
            .equals(List.of(
                new WireEnumeration.Mapping("false", 0, 0),
                new WireEnumeration.Mapping("true", 1, 1)));
  }

  /**
   * Whether a variant is something or nothing.
   *
   * @param wire the variant
   * @return true if its second option is the something
   */
  public static boolean isOptional(WireVariant wire) {
    return wire.options().size() == 2
        && wire.options().get(0).name().equals(ABSENT)
        && wire.options().get(0).wireClass() instanceof WireStructure nothing
        && nothing.members().isEmpty()
        && nothing.alignmentBits() == 1
        && wire.options().get(1).name().equals(PRESENT);
  }

  /**
   * What arrays and sequences of a class are as a text. Source: CTF 1.8.3, section 4.2.5.
   *
   * @param element the class of the elements
   * @return the encoding; NONE if they are numbers
   */
  public static WireEncoding textEncoding(WireClass element) {
    return element instanceof WireInteger integer
            && integer.sizeBits() == 8
            && integer.alignmentBits() == 8
        ? integer.encoding()
        : WireEncoding.NONE;
  }

  /**
   * The members that only say a length or a tag of a later one; by convention their names begin with two underscores.
   *
   * @param wire a structure
   * @return their names as they stand in the metadata
   */
  public static Set<String> helpers(WireStructure wire) {
    Set<String> referred = new HashSet<>();
    for (WireMember member : wire.members()) {
      WireClass at = member.wireClass();
      while (at instanceof WireArray array) {
        at = array.element();
      }
      WireLocation location = locationOf(at);
      boolean beside = location instanceof WireLocation.Nearest
          || location instanceof WireLocation.Relative relative && relative.levelsUp() == 0;
      if (beside && location.names().size() == 1) {
        referred.add(location.names().get(0));
      }
    }
    Set<String> helpers = new HashSet<>();
    for (WireMember member : wire.members()) {
      if (member.name().startsWith("__") && referred.contains(member.name())) {
        helpers.add(member.name());
      }
    }
    return helpers;
  }

  private static WireLocation locationOf(WireClass wire) {
    if (wire instanceof WireSequence sequence) {
      return sequence.length();
    } else if (wire instanceof WireDynamicText text) {
      return text.length();
    } else if (wire instanceof WireDynamicBlob blob) {
      return blob.length();
    } else if (wire instanceof WireVariant variant) {
      return variant.tag();
    } else if (wire instanceof WireChoice choice) {
      return choice.selector();
    } else if (wire instanceof WireOptional optional) {
      return optional.selector();
    }
    return null;
  }

  /**
   * Whether a structure is there only to put helpers in front of its one value.
   *
   * @param wire the structure
   * @param helpers its helpers
   * @return true if it stands for its last member
   */
  public static boolean isWrapping(WireStructure wire, Set<String> helpers) {
    int visible = wire.members().size() - helpers.size();
    return visible == 1
        && !helpers.isEmpty()
        && wire.members().get(wire.members().size() - 1).name().equals(WRAPPED);
  }
}
