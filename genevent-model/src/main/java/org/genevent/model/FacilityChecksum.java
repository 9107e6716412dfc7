package org.genevent.model;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.genevent.abi.CType;

/**
 * The checksum of the original: a number that changes with everything a reader of the payload must know.
 *
 * <p>CRC-32 (reflected polynomial 0xEDB88320) of the facility's name, continued from its inverted value, without a new
 * start and without a final inversion, over the names and type texts of all events in file order. Not covered, as in
 * the original: architecture, alignment, attributes, descriptions, values of labels, names of types, byte order, format.
 * What genevent adds to the dialect is covered where it changes the classes of fields (boolean, optional, variant) and
 * neutral where it does not (level, channel, base, duration, context, pairs). Source: the layout reference, section 4.
 */
public final class FacilityChecksum implements FieldClassVisitor<Void> {

  private static final int POLYNOMIAL = 0xEDB88320;
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ POLYNOMIAL;
      }
      TABLE[i] = value;
    }
  }

  private int crc;

  private FacilityChecksum() {}

  /**
   * Computes the checksum.
   *
   * @param facility the facility
   * @return 32 bits
   */
  public static int of(Facility facility) {
    FacilityChecksum checksum = new FacilityChecksum();
    checksum.begin(facility.name());
    for (Event event : facility.events()) {
      checksum.feed(event.name());
      event.fields().forEach(checksum::feed);
    }
    return checksum.crc;
  }

  /**
   * Computes the number from texts that other rules feed, as those of earlier ages.
   *
   * @param name the facility's name
   * @param texts what is fed after it, in order
   * @return 32 bits
   */
  public static int of(String name, Iterable<String> texts) {
    FacilityChecksum checksum = new FacilityChecksum();
    checksum.begin(name);
    texts.forEach(checksum::feed);
    return checksum.crc;
  }

  /**
   * The number as it is printed: upper-case hexadecimal without leading zeros.
   *
   * @param checksum the checksum
   * @return for example {@code F1C514F}
   */
  public static String hex(int checksum) {
    return Integer.toHexString(checksum).toUpperCase(Locale.ROOT);
  }

  private void begin(String name) {
    crc = -1;
    feed(name);
    crc = ~crc;
  }

  private void feed(String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      crc = TABLE[(crc ^ b) & 0xFF] ^ (crc >>> 8);
    }
  }

  private void feed(Field field) {
    feed(field.name());
    field.fieldClass().accept(this);
  }

  @Override
  public Void visitInteger(IntegerFieldClass fieldClass) {
    if (fieldClass.size() instanceof IntegerSize.Fixed fixed) {
      feed((fieldClass.signed() ? "int" : "uint") + fixed.sizeBytes() * 8 + "_t");
    } else if (fieldClass.size() instanceof IntegerSize.OfType type) {
      feed(word(type.type(), fieldClass.signed()));
    }
    return null;
  }

  /**
   * What an integer of C is called in the checksum.
   *
   * @param type the type
   * @param signed whether it is signed
   * @return for example {@code unsigned short}, or {@code uint}
   */
  public static String word(CType type, boolean signed) {
    return switch (type) {
      case CHAR -> signed ? "signed char" : "unsigned char";
      case SHORT -> signed ? "short" : "unsigned short";
      case INT -> signed ? "int" : "uint";
      case LONG -> signed ? "long" : "unsigned long";
      case SIZE_T -> "size_t";
      case SSIZE_T -> "ssize_t";
      case OFF_T -> "off_t";
      case POINTER -> "void *";
    };
  }

  @Override
  public Void visitFloat(FloatFieldClass fieldClass) {
    feed(fieldClass.sizeBytes() == 4 ? "float" : "double");
    return null;
  }

  @Override
  public Void visitBoolean(BooleanFieldClass fieldClass) {
    feed("boolean");
    return null;
  }

  @Override
  public Void visitEnumeration(EnumerationFieldClass fieldClass) {
    feed("enum");
    fieldClass.labels().forEach(label -> feed(label.name()));
    return null;
  }

  @Override
  public Void visitString(StringFieldClass fieldClass) {
    feed("string");
    return null;
  }

  @Override
  public Void visitArray(ArrayFieldClass fieldClass) {
    feed("array " + fieldClass.length());
    return fieldClass.element().accept(this);
  }

  @Override
  public Void visitSequence(SequenceFieldClass fieldClass) {
    feed("sequence ");
    fieldClass.length().accept(this);
    return fieldClass.element().accept(this);
  }

  @Override
  public Void visitStructure(StructureFieldClass fieldClass) {
    feed("struct");
    fieldClass.members().forEach(this::feed);
    return null;
  }

  @Override
  public Void visitUnion(UnionFieldClass fieldClass) {
    feed("union");
    fieldClass.members().forEach(this::feed);
    return null;
  }

  @Override
  public Void visitVariant(VariantFieldClass fieldClass) {
    feed("variant");
    fieldClass.options().forEach(this::feed);
    return null;
  }

  @Override
  public Void visitOptional(OptionalFieldClass fieldClass) {
    feed("optional ");
    return fieldClass.element().accept(this);
  }

  @Override
  public Void visitReference(ReferenceFieldClass fieldClass) {
    return fieldClass.target().accept(this);
  }
}
