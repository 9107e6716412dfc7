package org.genevent.reader.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.model.trace.WireBitMap;

/** The names of bits. */
final class BitFlags {

  private final String[] labels;
  private final long[] masks;

  /** Joins the ranges of the same name; keeps the order in which the names come first. */
  BitFlags(List<WireBitMap.Flag> flags) {
    List<String> names = flags.stream().map(WireBitMap.Flag::label).distinct().toList();
    labels = names.toArray(new String[0]);
    masks = new long[labels.length];
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < labels.length; i++) {
      indexes.put(labels[i], i);
    }
    for (WireBitMap.Flag flag : flags) {
      int count = flag.lastBit() - flag.firstBit() + 1;
      masks[indexes.get(flag.label())] |= -1L >>> 64 - count << flag.firstBit();
    }
  }

  /** The names of those bits that are set. */
  List<String> of(long bits) {
    List<String> set = new ArrayList<>(Long.bitCount(bits));
    for (int i = 0; i < labels.length; i++) {
      if ((bits & masks[i]) != 0) {
        set.add(labels[i]);
      }
    }
    return set;
  }
}
