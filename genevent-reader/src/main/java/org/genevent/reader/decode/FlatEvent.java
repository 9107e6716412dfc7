package org.genevent.reader.decode;

import java.nio.ByteBuffer;
import org.genevent.reader.FieldSink;

/** An event whose fields lie where a plan says. What it gives is of the current event. */
public interface FlatEvent {

  /**
   * The value of an integer.
   *
   * @param field an integer
   * @return its value; of an unsigned one of 64 bits, its bits
   */
  long integer(FlatField field);

  /**
   * The value of a floating point number.
   *
   * @param field a number
   * @return its value
   */
  double floating(FlatField field);

  /**
   * What holds texts.
   *
   * @return the bytes of the packet, not to be kept
   */
  ByteBuffer bytes();

  /**
   * Where a text begins.
   *
   * @param field a text
   * @return the index of its first byte
   */
  int textOffset(FlatField field);

  /**
   * How long a text is.
   *
   * @param field a text
   * @return its bytes, without the zero byte
   */
  int textLength(FlatField field);

  /**
   * Gives any value.
   *
   * @param field any field
   * @param sink takes it
   */
  void other(FlatField field, FieldSink sink);
}
