package org.genevent.reader.replay;

import java.nio.ByteBuffer;

/** Where a value of a trace goes; each kind takes what its class can be, the rest contradicts how it was bound. */
abstract class Target {

  void integer(Values values, long value) {
    throw mismatch("an integer");
  }

  void floating(Values values, double value) {
    throw mismatch("a floating point number");
  }

  void truth(Values values, boolean value) {
    throw mismatch("a truth value");
  }

  void enumeration(Values values, long value, String label) {
    throw mismatch("an enumeration");
  }

  void text(Values values, ByteBuffer bytes, int offset, int length) {
    throw mismatch("text");
  }

  void absent(Values values) {
    throw mismatch("an absent value");
  }

  /** A structure or list begins; gives the one that its parts are asked of. */
  Target open(Values values) {
    throw mismatch("a structure or list");
  }

  /** Where the part of that name goes. */
  Target part(String name, int position) {
    throw mismatch("a part");
  }

  /** A part is there as a whole. */
  void taken(Values values) {}

  /** The structure or list has ended. */
  void close(Values values) {}

  private Mismatch mismatch(String what) {
    return new Mismatch("the trace has " + what + " where its metadata says something else");
  }
}
