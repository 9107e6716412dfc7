package org.genevent.xml;

import java.util.List;
import java.util.Optional;

/**
 * The rules of July 2005: an event has the text of its structure, integers and enumerations that of their size, arrays and
 * sequences the index of theirs in the table of sizes.
 *
 * <p>For elements of the seed dialect as they are written, or of the others as the seed dialect would say them.
 */
final class SeedChecksumTexts extends ChecksumTexts {

  private final boolean seed;

  /**
   * The rules for one facility.
   *
   * @param seed whether its elements are those of the seed dialect
   */
  SeedChecksumTexts(boolean seed) {
    this.seed = seed;
  }

  @Override
  void event(XmlElement event) {
    if (seed) {
      anyInside(event);
    } else if (!inside(event).isEmpty()) {
      feed("struct");
      fields(event);
    }
  }

  @Override
  void type(XmlElement element) {
    Optional<SeedSize> integer = integerSize(element);
    if (integer.isPresent()) {
      feed(integer.get().checksumText(!element.name().startsWith("u")));
      format(element);
      return;
    }
    switch (element.name()) {
      case "enum" -> {
        feed("enum " + size(element).orElse(SeedSize.MEDIUM).checksumText(false));
        format(element);
        labels(element);
      }
      case "float" -> {
        String size = value(element, "size");
        feed(size.equals("4") || size.equals("medium") ? "float" : "double");
        format(element);
      }
      case "array" -> counted(element, size(element), 0);
      case "sequence" -> {
        List<XmlElement> inside = inside(element);
        Optional<SeedSize> length =
            seed || inside.isEmpty() ? size(element) : integerSize(inside.get(0));
        counted(element, length, seed ? 0 : 1);
      }
      case "struct", "union" -> {
        feed(element.name());
        format(element);
        fields(element);
      }
      case "string" -> {
        feed("string");
        format(element);
      }
      default -> other(element);
    }
  }

  private void other(XmlElement element) {
    IntegerElement integer = IntegerElement.named(element.name());
    if (integer == null) {
      noText(element);
    } else {
      feed(wordOfC(integer));
      format(element);
    }
  }

  private void counted(XmlElement element, Optional<SeedSize> size, int firstElement) {
    if (size.isEmpty()) {
      noText(element);
      return;
    }
    feed(element.name() + " " + size.get().ordinal());
    format(element);
    List<XmlElement> inside = inside(element);
    inside.subList(Math.min(firstElement, inside.size()), inside.size()).forEach(this::any);
  }

  private static Optional<SeedSize> size(XmlElement element) {
    return SeedSize.named(value(element, "size"));
  }

  /** The size of an integer that has one in the seed dialect; empty for {@code long}, {@code size_t} and the like. */
  private Optional<SeedSize> integerSize(XmlElement element) {
    return switch (element.name()) {
      case "int", "uint" -> seed ? size(element) : Optional.of(SeedSize.MEDIUM);
      case "int_fixed", "uint_fixed" -> size(element);
      case "char", "uchar" -> Optional.of(SeedSize.BYTE_1);
      case "short", "ushort" -> Optional.of(SeedSize.SHORT);
      default -> Optional.empty();
    };
  }
}
