package org.genevent.xml;

/**
 * The rules of genevent 0.3 to 0.34: those of today, and each format right behind the word of its type. For elements of
 * the standard dialect.
 */
final class EarlyChecksumTexts extends ChecksumTexts {

  EarlyChecksumTexts() {}

  @Override
  void event(XmlElement event) {
    fields(event);
  }

  @Override
  void type(XmlElement element) {
    feed(word(element));
    format(element);
    switch (element.name()) {
      case "enum" -> labels(element);
      case "struct", "union" -> fields(element);
      case "array", "sequence" -> anyInside(element);
      // what that age did not have
      case "boolean", "optional", "variant" -> noText(element);
      default -> {
        // nothing inside
      }
    }
  }

  private static String word(XmlElement element) {
    return switch (element.name()) {
      case "int_fixed" -> "int" + bits(element) + "_t";
      case "uint_fixed" -> "uint" + bits(element) + "_t";
      case "float" -> bits(element) == 32 ? "float" : "double";
      case "array" -> "array " + CNumber.parseSize(value(element, "size")).orElse(0);
      case "sequence" -> "sequence ";
      default -> {
        IntegerElement integer = IntegerElement.named(element.name());
        yield integer == null ? element.name() : wordOfC(integer);
      }
    };
  }

  private static long bits(XmlElement element) {
    return CNumber.parseSize(value(element, "size")).orElse(0) * 8;
  }
}
