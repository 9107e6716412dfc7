package org.genevent.cli.convert;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.PrintfBase;
import org.genevent.model.SequenceFieldClass;

/**
 * What formats have of integers: CTF their sizes and bases, LTT also their types of C. LTT 0.8 has bases as printf formats. In
 * 0.7 a format changes the checksum for some readers and for others not, so that there is none; pointers are shown in base 16
 * by all.
 */
final class TargetIntegers {

  private final TargetFormat format;
  private final DataModel model;
  private final PathFacts facts;
  private final Losses losses;
  private final Set<String> typesOfC = new TreeSet<>();

  /**
   * Begins.
   *
   * @param model the sizes of types in the whole new trace, or null if facilities have their own
   * @param facts takes types of C if the format is CTF
   */
  TargetIntegers(TargetFormat format, DataModel model, PathFacts facts, Losses losses) {
    this.format = format;
    this.model = model;
    this.facts = facts;
    this.losses = losses;
  }

  /** Says what is lost of the printf format of a field. */
  void format(Field field) {
    if (field.format().isEmpty() || format == TargetFormat.LTT_0_8) {
      return;
    }
    boolean base = element(field.fieldClass()) instanceof IntegerFieldClass integer
        && PrintfBase.saysOnly(field.format().get(), integer);
    if (!base) {
      losses.add("printf formats of fields");
    }
  }

  private static FieldClass element(FieldClass fieldClass) {
    FieldClass element = fieldClass.resolved();
    while (element instanceof ArrayFieldClass || element instanceof SequenceFieldClass) {
      element = element instanceof ArrayFieldClass array
          ? array.element().resolved()
          : ((SequenceFieldClass) element).element().resolved();
    }
    return element;
  }

  /** What a type of C is called among facts. */
  static String word(CType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** The integer as the format has it. */
  IntegerFieldClass integer(String where, IntegerFieldClass integer) {
    boolean ofC = integer.size() instanceof IntegerSize.OfType;
    if (!format.isLtt()) {
      if (integer.size() instanceof IntegerSize.OfType type) {
        if (!facts.put(PathFacts.Kind.TYPE, where, word(type.type()))) {
          typesOfC.add(word(type.type()));
        }
      }
      return integer;
    }
    boolean pointer =
        integer.size() instanceof IntegerSize.OfType type && type.type() == CType.POINTER;
    DisplayBase own = pointer ? DisplayBase.HEXADECIMAL : DisplayBase.DECIMAL;
    if (integer.base() == own
        || format == TargetFormat.LTT_0_8 && PrintfBase.format(integer).isPresent()) {
      return integer;
    } else if (!ofC && isLikePointer(integer)) {
      return IntegerFieldClass.ofType(CType.POINTER, false);
    }
    losses.add("the base in which " + where + " is shown");
    return new IntegerFieldClass(integer.size(), integer.signed(), integer.network(), own);
  }

  private boolean isLikePointer(IntegerFieldClass integer) {
    return model != null
        && integer.base() == DisplayBase.HEXADECIMAL
        && !integer.signed()
        && !integer.network()
        && integer.size() instanceof IntegerSize.Fixed fixed
        && fixed.sizeBytes() == model.sizeBytes(CType.POINTER);
  }

  /** Says what CTF does not have of all integers together. */
  void finish() {
    if (!typesOfC.isEmpty()) {
      losses.add("the types of C of numbers (" + String.join(", ", typesOfC)
          + "), which become numbers of fixed size");
    }
  }
}
