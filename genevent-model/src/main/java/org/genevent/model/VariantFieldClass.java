package org.genevent.model;

import java.util.List;

/**
 * One of several classes, told by a tag in front of it.
 *
 * <p>The tag is an unsigned byte, or two bytes where there are more than 256 options; its value is the option's position
 * from 0.
 *
 * @param options the choices: a name and a class each, in source order
 */
public record VariantFieldClass(List<Field> options) implements FieldClass {
  /** The most options that a byte can tell. */
  public static final int BYTE_TAG_OPTIONS = 256;

  /** The most options that a variant can have. */
  public static final int MAX_OPTIONS = 65536;

  /** Copies the list. */
  public VariantFieldClass {
    options = List.copyOf(options);
  }

  /**
   * The class of the tag.
   *
   * @return an unsigned integer of one or two bytes
   */
  public IntegerFieldClass tag() {
    return IntegerFieldClass.fixed(options.size() > BYTE_TAG_OPTIONS ? 2 : 1, false);
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitVariant(this);
  }
}
