package org.genevent.reader;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Takes the values of a structure one after the other, without an object being made for each.
 *
 * <p>Names are those that people see: without the leading underscore of the metadata, and without the members that only
 * tell a length or a tag. Within a list the name is empty. Called by one thread.
 */
public interface FieldSink {

  /**
   * A structure begins.
   *
   * @param name its name
   */
  void beginStructure(String name);

  /** The structure that began last ends. */
  void endStructure();

  /**
   * A list begins: an array or a sequence.
   *
   * @param name its name
   */
  void beginList(String name);

  /** The list that began last ends. */
  void endList();

  /**
   * An integer.
   *
   * @param name its name
   * @param value its bits; sign extended if it is signed
   * @param signed whether it is signed
   * @param radix the base to show it in: 2, 8, 10 or 16
   * @param sizeBits how many bits it has, 1 to 64
   */
  void integer(String name, long value, boolean signed, int radix, int sizeBits);

  /**
   * A floating point number.
   *
   * @param name its name
   * @param value its value
   * @param single whether it has single precision or less
   */
  void floating(String name, double value, boolean single);

  /**
   * A truth value.
   *
   * @param name its name
   * @param value its value
   */
  void bool(String name, boolean value);

  /**
   * An enumeration.
   *
   * @param name its name
   * @param value its number
   * @param signed whether the number is signed
   * @param label the first label that stands for the number, or null if none does
   */
  void enumeration(String name, long value, boolean signed, String label);

  /**
   * A text, as UTF-8 whatever its encoding in the trace is.
   *
   * @param name its name
   * @param bytes holds it; not to be kept
   * @param offset where it begins
   * @param length how many bytes it has, without a zero byte at its end
   */
  void text(String name, ByteBuffer bytes, int offset, int length);

  /**
   * Bits, some of which have names.
   *
   * @param name its name
   * @param bits the bits, the least significant first in count
   * @param sizeBits how many there are, 1 to 64
   * @param labels the names of those that are set, in the order of the metadata
   */
  void flags(String name, long bits, int sizeBits, List<String> labels);

  /**
   * Bytes that are no text.
   *
   * @param name its name
   * @param bytes holds them; not to be kept
   * @param offset where they begin
   * @param length how many there are
   * @param mediaType what they are, as in RFC 2046
   */
  void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType);

  /**
   * A value that is not there.
   *
   * @param name its name
   */
  void absent(String name);
}
