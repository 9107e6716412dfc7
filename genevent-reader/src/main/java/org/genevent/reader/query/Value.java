package org.genevent.reader.query;

/** A value that can be compared. Reused for one event after the other. */
final class Value {

  /** What a comparison gives where one of the values is not a number. */
  static final int UNORDERED = 2;

  /** What a comparison gives of values that have nothing in common. */
  static final int INCOMPARABLE = 3;

  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  enum Kind {
    ABSENT,
    INTEGER,
    FLOATING,
    BOOLEAN,
    ENUMERATION,
    TEXT,
    /** A structure or a list: it is there, and that is all that can be said. */
    COMPOUND;

    boolean isNumber() {
      return this == INTEGER || this == FLOATING || this == BOOLEAN || this == ENUMERATION;
    }
  }

  Kind kind = Kind.ABSENT;

  /** An integer's bits, an enumeration's number, 0 or 1 of a truth value. */
  long bits;

  boolean signed;
  double floating;

  /** A text, or the label of an enumeration; null without one. */
  String text;

  static Value integer(long bits, boolean signed) {
    Value value = new Value();
    value.setInteger(bits, signed);
    return value;
  }

  static Value floating(double number) {
    Value value = new Value();
    value.kind = Kind.FLOATING;
    value.floating = number;
    return value;
  }

  static Value text(String text) {
    Value value = new Value();
    value.setText(text);
    return value;
  }

  static Value bool(boolean truth) {
    Value value = new Value();
    value.setBoolean(truth);
    return value;
  }

  void setInteger(long newBits, boolean isSigned) {
    kind = Kind.INTEGER;
    bits = newBits;
    signed = isSigned;
  }

  void setBoolean(boolean truth) {
    kind = Kind.BOOLEAN;
    bits = truth ? 1 : 0;
    signed = false;
  }

  void setText(String newText) {
    kind = Kind.TEXT;
    text = newText;
  }

  /**
   * Compares exactly: integers with all their bits, also with floating point numbers.
   *
   * @return negative, zero, positive, {@link #UNORDERED} or {@link #INCOMPARABLE}
   */
  int compareTo(Value other) {
    if (kind == Kind.TEXT && other.kind == Kind.TEXT) {
      return compareTexts(text, other.text);
    } else if (!kind.isNumber() || !other.kind.isNumber()) {
      return INCOMPARABLE;
    } else if (kind != Kind.FLOATING && other.kind != Kind.FLOATING) {
      return compareIntegers(bits, signed, other.bits, other.signed);
    } else if (kind != Kind.FLOATING) {
      return compareMixed(bits, signed, other.floating);
    } else if (other.kind != Kind.FLOATING) {
      int mirrored = compareMixed(other.bits, other.signed, floating);
      return mirrored == UNORDERED ? UNORDERED : -mirrored;
    } else if (Double.isNaN(floating) || Double.isNaN(other.floating)) {
      return UNORDERED;
    }
    // zeros of both signs are equal
    return floating < other.floating ? -1 : floating > other.floating ? 1 : 0;
  }

  static int compareIntegers(long a, boolean signedA, long b, boolean signedB) {
    boolean negativeA = signedA && a < 0;
    boolean negativeB = signedB && b < 0;
    if (negativeA != negativeB) {
      return negativeA ? -1 : 1;
    }
    // of two negative numbers the greater one has the greater bits, too
    return Long.compareUnsigned(a, b) < 0 ? -1 : a == b ? 0 : 1;
  }

  private static int compareMixed(long a, boolean signedA, double b) {
    if (Double.isNaN(b)) {
      return UNORDERED;
    } else if (b >= TWO_TO_64) {
      return -1;
    } else if (b < -TWO_TO_63) {
      return 1;
    }
    double floor = Math.floor(b);
    boolean large = floor >= TWO_TO_63;
    long whole = large ? (long) (floor - TWO_TO_63) ^ Long.MIN_VALUE : (long) floor;
    int order = compareIntegers(a, signedA, whole, !large);
    return order == 0 && b > floor ? -1 : order;
  }

  /** By the characters' numbers, as the bytes of UTF-8 are ordered. */
  private static int compareTexts(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // halves of characters beyond 16 bits come behind all others
        boolean halfX = Character.isSurrogate(x);
        boolean halfY = Character.isSurrogate(y);
        return halfX != halfY ? halfX ? 1 : -1 : x < y ? -1 : 1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
