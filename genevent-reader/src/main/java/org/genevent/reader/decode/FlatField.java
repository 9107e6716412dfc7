package org.genevent.reader.decode;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A field whose place in an event is a fixed distance from a mark: the event's body, or the end of something of no fixed size.
 *
 * <p>It is what formats and field references work with, so that neither walks an event again for values that are known to
 * lie somewhere. Immutable.
 */
public final class FlatField {

  /** How its value is read. */
  public enum Kind {
    /** A byte. */
    INTEGER_8,
    /** Two bytes. */
    INTEGER_16,
    /** Four bytes. */
    INTEGER_32,
    /** Eight bytes. */
    INTEGER_64,
    /** A number of single precision. */
    FLOAT,
    /** A number of double precision. */
    DOUBLE,
    /** A text up to a zero byte; its end is a mark. */
    STRING,
    /** Anything else: a node decodes it. */
    OTHER
  }

  /** The place of a field that events of a class do not have; of no kind that is read from where it lies. */
  public static final FlatField NOWHERE =
      new FlatField("", Kind.OTHER, false, false, 10, -1, 0, -1, null, null, List.of());

  /** The mark of what lies at a fixed distance from the beginning of the event's body. */
  static final int BODY = -1;

  /** The name that people see. */
  public final String name;

  /** How its value is read. */
  public final Kind kind;

  /** Whether its bytes come the most significant first. */
  public final boolean bigEndian;

  /** Whether it is signed. */
  public final boolean signed;

  /** The base to show an integer in. */
  public final int radix;

  final int mark;
  final int offsetBytes;

  /** How many bits an integer has. */
  private final int sizeBits;

  /** Of an integer, the bits of eight bytes that are not its own; else -1. */
  private final int unread;

  /** Of a text, the mark of its end. */
  final int endMark;

  /** What decodes it in full. */
  final Node node;

  /** Of an enumeration, its labels. */
  final EnumerationNode enumeration;

  /** Of a structure, its members. */
  final List<FlatField> members;

  FlatField(
      String name,
      Kind kind,
      boolean bigEndian,
      boolean signed,
      int radix,
      int mark,
      int offsetBytes,
      int endMark,
      Node node,
      EnumerationNode enumeration,
      List<FlatField> members) {
    this.name = name;
    this.kind = kind;
    this.bigEndian = bigEndian;
    this.signed = signed;
    this.radix = radix;
    this.mark = mark;
    this.offsetBytes = offsetBytes;
    this.endMark = endMark;
    this.node = node;
    this.enumeration = enumeration;
    this.members = members;
    this.sizeBits = switch (kind) {
      case INTEGER_8 -> 8;
      case INTEGER_16 -> 16;
      case INTEGER_32 -> 32;
      default -> 64;
    };
    this.unread = kind.compareTo(Kind.INTEGER_64) <= 0 ? Long.SIZE - sizeBits : -1;
  }

  /**
   * Whether it is an integer, little-endian, at a fixed distance from the beginning of the event's body: most are.
   *
   * @return true if {@link PacketEvents#integer(int, int, boolean)} reads it
   */
  public boolean isNear() {
    return isInteger() && mark == BODY && !bigEndian;
  }

  /**
   * How far from its mark it is.
   *
   * @return bytes
   */
  public int offsetBytes() {
    return offsetBytes;
  }

  /**
   * Of an integer, how many of eight bytes' bits are not its own.
   *
   * @return bits, or -1 if it is none
   */
  public int unread() {
    return unread;
  }

  /** Reads an integer at an index, with what lies behind it in eight bytes: without a jump that depends on its size. */
  long read(ByteBuffer buffer, int index) {
    long eight = FlatPlan.longAt(buffer, index, false);
    long top = bigEndian ? Long.reverseBytes(eight) : eight << unread;
    return signed ? top >> unread : top >>> unread;
  }

  /**
   * Whether it is an integer, also that of an enumeration.
   *
   * @return true if its value is a whole number
   */
  public boolean isInteger() {
    return unread >= 0;
  }

  /**
   * Whether it is a floating point number.
   *
   * @return true if its value is one
   */
  public boolean isFloating() {
    return kind == Kind.FLOAT || kind == Kind.DOUBLE;
  }

  /**
   * Whether it is an enumeration.
   *
   * @return true if its value has labels
   */
  public boolean isEnumeration() {
    return enumeration != null;
  }

  /**
   * Whether it is a truth value that is written as an enumeration.
   *
   * @return true if 0 is false and 1 is true
   */
  public boolean isTruth() {
    return enumeration != null && enumeration.isTruth();
  }

  /**
   * The label that stands for a value.
   *
   * @param value a value of the enumeration
   * @return the first label in the metadata, or null
   */
  public String label(long value) {
    return enumeration.label(value);
  }

  /**
   * All labels that stand for a value.
   *
   * @param value a value of the enumeration
   * @return the labels, in the order of the metadata
   */
  public List<String> labels(long value) {
    return enumeration.labels(value);
  }

  /**
   * How many bits an integer has.
   *
   * @return 8, 16, 32 or 64
   */
  public int sizeBits() {
    return sizeBits;
  }
}
