package org.genevent.cli.convert;

import java.util.IdentityHashMap;
import java.util.Map;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireDynamicBlob;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/**
 * Says what the metadata of a CTF trace tells of fields and a declaration of them has no word for, whatever the new format is.
 * Sizes of numbers that only tell a length or a tag are of no interest.
 */
final class WireLosses {

  private final Losses losses;

  /** Classes that refer to earlier ones many times are looked into once. */
  private final Map<WireClass, Boolean> seen = new IdentityHashMap<>();

  WireLosses(Losses losses) {
    this.losses = losses;
  }

  /** Looks at the members of a structure that is called so in messages. */
  void structure(String where, WireStructure structure) {
    if (seen.put(structure, true) != null) {
      return;
    }
    for (WireMember member : structure.members()) {
      String name = member.name();
      if (!name.startsWith("__")) {
        of(where + "." + (name.startsWith("_") ? name.substring(1) : name), member.wireClass());
      }
    }
  }

  private void of(String where, WireClass wire) {
    if (wire instanceof WireStructure structure) {
      structure(where, structure);
    } else if (wire instanceof WireArray array) {
      of(where, array.element());
    } else if (wire instanceof WireSequence sequence) {
      of(where, sequence.element());
    } else if (wire instanceof WireOptional optional) {
      of(where, optional.content());
    } else if (wire instanceof WireVariant variant && seen.put(variant, true) == null) {
      variant.options().forEach(option -> of(where + "." + option.name(), option.wireClass()));
    } else if (wire instanceof WireChoice choice && seen.put(choice, true) == null) {
      choice.options().forEach(option -> of(where, option.wireClass()));
    } else {
      leaf(where, wire);
    }
  }

  private void leaf(String where, WireClass wire) {
    if (wire instanceof WireInteger integer) {
      bits(where, integer.sizeBits());
    } else if (wire instanceof WireBitArray array) {
      bits(where, array.sizeBits());
    } else if (wire instanceof WireBitMap map) {
      losses.add("the names of the bits of " + where + ", which becomes a number");
      bits(where, map.bits().sizeBits());
    } else if (wire instanceof WireBlob blob) {
      mediaType(where, blob.mediaType());
    } else if (wire instanceof WireDynamicBlob blob) {
      mediaType(where, blob.mediaType());
    }
  }

  private void bits(String where, int sizeBits) {
    if (Integer.bitCount(sizeBits) != 1 || sizeBits < Byte.SIZE) {
      losses.add(
          "that " + where + " has " + sizeBits + " bits: it becomes a number of whole bytes");
    }
  }

  private void mediaType(String where, String mediaType) {
    if (!mediaType.equals(WireBlob.ANY_TYPE)) {
      losses.add("that the bytes of " + where + " are " + mediaType);
    }
  }
}
