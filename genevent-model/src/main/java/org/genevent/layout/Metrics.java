package org.genevent.layout;

import java.util.Objects;
import java.util.OptionalInt;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/**
 * Alignment and size of field classes on a target, independent of where they lie.
 *
 * <p>An item of size s is aligned to min(word, s), so nothing is aligned beyond the word, and not at all when packed.
 *
 * @param dataModel the target's sizes
 * @param rule the layout rule
 * @param packed true if nothing is aligned
 */
public record Metrics(DataModel dataModel, LayoutRule rule, boolean packed) {

  /** The largest size that is computed: no sub-buffer comes near it, and no sum of two overflows. */
  public static final int MAX_SIZE_BYTES = 1 << 30;

  /** Checks that all parts are there. */
  public Metrics {
    Objects.requireNonNull(dataModel);
    Objects.requireNonNull(rule);
  }

  /**
   * The alignment of the word.
   *
   * @return the word, or no alignment when packed
   */
  public Alignment word() {
    return packed ? Alignment.NONE : new Alignment(dataModel.wordBytes());
  }

  /**
   * The alignment of a class.
   *
   * @param fieldClass the class
   * @return by section 2 of the layout reference; of a variant or optional, that of its tag
   */
  public Alignment alignment(FieldClass fieldClass) {
    return packed ? Alignment.NONE : fieldClass.accept(new AlignmentOf());
  }

  /**
   * The size of a class that always has the same size.
   *
   * @param fieldClass the class
   * @return bytes, or empty if only the values know, or if it is beyond {@link #MAX_SIZE_BYTES}
   */
  public OptionalInt fixedSizeBytes(FieldClass fieldClass) {
    return fieldClass.accept(new SizeOf());
  }

  /**
   * The size of an integer, a float, a boolean or an enumeration.
   *
   * @param fieldClass the class
   * @return 1, 2, 4 or 8
   */
  public int scalarSizeBytes(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof IntegerFieldClass integer) {
      return integer.size().sizeBytes(dataModel);
    } else if (resolved instanceof FloatFieldClass number) {
      return number.sizeBytes();
    } else if (resolved instanceof BooleanFieldClass) {
      return BooleanFieldClass.SIZE_BYTES;
    } else if (resolved instanceof EnumerationFieldClass) {
      return dataModel.sizeBytes(CType.INT);
    }
    throw new IllegalArgumentException("not a scalar: " + resolved);
  }

  /**
   * Whether an item of a class ends padded to the word.
   *
   * @param fieldClass the class
   * @return true for strings and sequences under the rule {@code ltt}, unless packed
   */
  public boolean padsAfter(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    return rule == LayoutRule.LTT
        && !packed
        && (resolved instanceof StringFieldClass || resolved instanceof SequenceFieldClass);
  }

  /**
   * What the end of an item, whose size only the values know, is a multiple of.
   *
   * @param fieldClass the class
   * @return of a sequence of scalars, the alignment of these, as they are multiples of their own size apart; else none
   */
  public Alignment endAlignment(FieldClass fieldClass) {
    boolean scalars = fieldClass.resolved() instanceof SequenceFieldClass sequence
        && isScalar(sequence.element());
    return scalars
        ? alignment(((SequenceFieldClass) fieldClass.resolved()).element())
        : Alignment.NONE;
  }

  /**
   * Whether a class is an integer, a float, a boolean or an enumeration.
   *
   * @param fieldClass the class
   * @return true for those four
   */
  public static boolean isScalar(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    return resolved instanceof IntegerFieldClass
        || resolved instanceof FloatFieldClass
        || resolved instanceof BooleanFieldClass
        || resolved instanceof EnumerationFieldClass;
  }

  /** The alignment of each class when not packed. */
  private final class AlignmentOf implements FieldClassVisitor<Alignment> {

    private Alignment scalar(FieldClass fieldClass) {
      return new Alignment(Math.min(dataModel.wordBytes(), scalarSizeBytes(fieldClass)));
    }

    private Alignment strictest(Iterable<Field> members) {
      Alignment strictest = Alignment.NONE;
      for (Field member : members) {
        strictest = strictest.max(member.fieldClass().accept(this));
      }
      return strictest;
    }

    @Override
    public Alignment visitInteger(IntegerFieldClass fieldClass) {
      return scalar(fieldClass);
    }

    @Override
    public Alignment visitFloat(FloatFieldClass fieldClass) {
      return scalar(fieldClass);
    }

    @Override
    public Alignment visitBoolean(BooleanFieldClass fieldClass) {
      return scalar(fieldClass);
    }

    @Override
    public Alignment visitEnumeration(EnumerationFieldClass fieldClass) {
      return scalar(fieldClass);
    }

    @Override
    public Alignment visitString(StringFieldClass fieldClass) {
      return Alignment.NONE;
    }

    @Override
    public Alignment visitArray(ArrayFieldClass fieldClass) {
      return fieldClass.element().accept(this);
    }

    @Override
    public Alignment visitSequence(SequenceFieldClass fieldClass) {
      return fieldClass.length().accept(this).max(fieldClass.element().accept(this));
    }

    @Override
    public Alignment visitStructure(StructureFieldClass fieldClass) {
      return strictest(fieldClass.members());
    }

    @Override
    public Alignment visitUnion(UnionFieldClass fieldClass) {
      return strictest(fieldClass.members());
    }

    @Override
    public Alignment visitVariant(VariantFieldClass fieldClass) {
      return scalar(fieldClass.tag());
    }

    @Override
    public Alignment visitOptional(OptionalFieldClass fieldClass) {
      return scalar(fieldClass.tag());
    }

    @Override
    public Alignment visitReference(ReferenceFieldClass fieldClass) {
      return fieldClass.target().accept(this);
    }
  }

  /** The size of each class that has one. */
  private final class SizeOf implements FieldClassVisitor<OptionalInt> {

    @Override
    public OptionalInt visitInteger(IntegerFieldClass fieldClass) {
      return OptionalInt.of(scalarSizeBytes(fieldClass));
    }

    @Override
    public OptionalInt visitFloat(FloatFieldClass fieldClass) {
      return OptionalInt.of(scalarSizeBytes(fieldClass));
    }

    @Override
    public OptionalInt visitBoolean(BooleanFieldClass fieldClass) {
      return OptionalInt.of(scalarSizeBytes(fieldClass));
    }

    @Override
    public OptionalInt visitEnumeration(EnumerationFieldClass fieldClass) {
      return OptionalInt.of(scalarSizeBytes(fieldClass));
    }

    @Override
    public OptionalInt visitString(StringFieldClass fieldClass) {
      return OptionalInt.empty();
    }

    @Override
    public OptionalInt visitArray(ArrayFieldClass fieldClass) {
      OptionalInt element = fieldClass.element().accept(this);
      if (element.isEmpty() || fieldClass.length() < 1) {
        return element.isEmpty() ? element : OptionalInt.of(0);
      }
      return exact(
          (long) strideBytes(fieldClass.element(), element.getAsInt()) * (fieldClass.length() - 1)
              + element.getAsInt());
    }

    @Override
    public OptionalInt visitSequence(SequenceFieldClass fieldClass) {
      return OptionalInt.empty();
    }

    @Override
    public OptionalInt visitStructure(StructureFieldClass fieldClass) {
      long sizeBytes = 0;
      for (Field member : fieldClass.members()) {
        OptionalInt memberBytes = member.fieldClass().accept(this);
        if (memberBytes.isEmpty()) {
          return memberBytes;
        }
        sizeBytes +=
            alignment(member.fieldClass()).paddingAfter(sizeBytes) + memberBytes.getAsInt();
      }
      return exact(sizeBytes);
    }

    @Override
    public OptionalInt visitUnion(UnionFieldClass fieldClass) {
      long largestBytes = 0;
      for (Field member : fieldClass.members()) {
        OptionalInt memberBytes = member.fieldClass().accept(this);
        if (memberBytes.isEmpty()) {
          return memberBytes;
        }
        largestBytes = Math.max(largestBytes, memberBytes.getAsInt());
      }
      return exact(largestBytes + alignment(fieldClass).paddingAfter(largestBytes));
    }

    @Override
    public OptionalInt visitVariant(VariantFieldClass fieldClass) {
      return OptionalInt.empty();
    }

    @Override
    public OptionalInt visitOptional(OptionalFieldClass fieldClass) {
      return OptionalInt.empty();
    }

    @Override
    public OptionalInt visitReference(ReferenceFieldClass fieldClass) {
      return fieldClass.target().accept(this);
    }
  }

  /**
   * The distance from one element to the next.
   *
   * @param element the class of the elements
   * @param elementBytes the size of one
   * @return the size, rounded up to the alignment
   */
  public int strideBytes(FieldClass element, int elementBytes) {
    return elementBytes + alignment(element).paddingAfter(elementBytes);
  }

  private static OptionalInt exact(long sizeBytes) {
    return sizeBytes > MAX_SIZE_BYTES ? OptionalInt.empty() : OptionalInt.of((int) sizeBytes);
  }
}
