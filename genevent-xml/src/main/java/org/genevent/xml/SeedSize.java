package org.genevent.xml;

import java.util.Optional;

/**
 * The sizes of the seed dialect: a number of bytes, or a word for a type of C.
 *
 * <p>The order is that of the original's table, whose index stands in its checksum.
 */
enum SeedSize {
  BYTE_1("1", "int8_t", "uint8_t"),
  BYTES_2("2", "int16_t", "uint16_t"),
  BYTES_4("4", "int32_t", "uint32_t"),
  BYTES_8("8", "int64_t", "uint64_t"),
  SHORT("short", "short int", "unsigned short int"),
  MEDIUM("medium", "int", "unsigned int"),
  LONG("long", "long int", "unsigned long int");

  /** What a wrong size is told. */
  static final String RULE = "sizes of the seed dialect: 1, 2, 4, 8, short, medium, long";

  private final String word;
  private final String signedText;
  private final String unsignedText;

  SeedSize(String word, String signedText, String unsignedText) {
    this.word = word;
    this.signedText = signedText;
    this.unsignedText = unsignedText;
  }

  String word() {
    return word;
  }

  static Optional<SeedSize> named(String word) {
    for (SeedSize size : values()) {
      if (size.word.equals(word)) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }

  /** What the checksum of that age has for an integer of this size. */
  String checksumText(boolean signed) {
    return signed ? signedText : unsignedText;
  }

  /** Whether it is a number of bytes. */
  boolean isFixed() {
    return compareTo(SHORT) < 0;
  }

  /** The element that an integer of this size is today. */
  String element(boolean signed) {
    String sign = signed ? "" : "u";
    return switch (this) {
      case SHORT -> sign + "short";
      case MEDIUM -> sign + "int";
      case LONG -> sign + "long";
      default -> sign + "int_fixed";
    };
  }
}
