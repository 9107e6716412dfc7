package org.genevent.reader.decode;

import java.util.List;

/** A sink that wants to know what the metadata says of a value, also where people need not. */
public interface EverythingSink extends FlatSink {

  /**
   * An enumeration.
   *
   * @param name its name
   * @param value its number
   * @param signed whether the number is signed
   * @param radix the base to show the number in
   * @param sizeBits how many bits it has
   * @param labels all labels that stand for the number, in the order of the metadata
   */
  void enumeration(
      String name, long value, boolean signed, int radix, int sizeBits, List<String> labels);

  /**
   * A variant or an optional value begins; the next value is what it holds.
   *
   * @param name its name
   */
  void beginChoice(String name);

  /** The variant or optional value that began last ends. */
  void endChoice();
}
