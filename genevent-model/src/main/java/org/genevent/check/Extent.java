package org.genevent.check;

import java.util.List;
import java.util.Map;
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
 * How much a class unfolds to when every reference is replaced by what it refers to.
 *
 * <p>Worked out once for each object, so that types which refer to earlier types many times, and these again, cost time
 * in proportion to the file and not to what they unfold to.
 *
 * @param classes how many classes; saturates
 * @param depth how many levels
 * @param elements how many values at least one of them holds side by side through arrays; saturates
 * @param counted whether a sequence, variant or optional is among them: a trace has a length or tag in front of it
 */
record Extent(long classes, int depth, long elements, boolean counted) {

  private static final long MANY = 1L << 40;

  /** The extent of a class, looked up or worked out. */
  static Extent of(FieldClass fieldClass, Map<FieldClass, Extent> known) {
    Extent found = known.get(fieldClass);
    if (found == null) {
      found = fieldClass.accept(new Unfold(known));
      known.put(fieldClass, found);
    }
    return found;
  }

  private static Extent leaf() {
    return new Extent(1, 1, 1, false);
  }

  private Extent around() {
    return new Extent(Math.min(MANY, classes + 1), depth + 1, elements, counted);
  }

  private Extent withCount() {
    return new Extent(classes, depth, elements, true);
  }

  /** Adds up what a class has inside. */
  private record Unfold(Map<FieldClass, Extent> known) implements FieldClassVisitor<Extent> {

    private Extent members(List<Field> members) {
      long classes = 1;
      int depth = 0;
      long elements = 0;
      boolean counted = false;
      for (Field member : members) {
        Extent inner = of(member.fieldClass(), known);
        classes = Math.min(MANY, classes + inner.classes);
        depth = Math.max(depth, inner.depth);
        elements = Math.min(MANY, elements + inner.elements);
        counted |= inner.counted;
      }
      return new Extent(classes, depth + 1, elements, counted);
    }

    @Override
    public Extent visitInteger(IntegerFieldClass fieldClass) {
      return leaf();
    }

    @Override
    public Extent visitFloat(FloatFieldClass fieldClass) {
      return leaf();
    }

    @Override
    public Extent visitBoolean(BooleanFieldClass fieldClass) {
      return leaf();
    }

    @Override
    public Extent visitEnumeration(EnumerationFieldClass fieldClass) {
      return leaf();
    }

    @Override
    public Extent visitString(StringFieldClass fieldClass) {
      return leaf();
    }

    @Override
    public Extent visitArray(ArrayFieldClass fieldClass) {
      Extent element = of(fieldClass.element(), known).around();
      long elements = Math.min(MANY, element.elements * Math.max(0L, fieldClass.length()));
      return new Extent(element.classes, element.depth, elements, element.counted);
    }

    @Override
    public Extent visitSequence(SequenceFieldClass fieldClass) {
      Extent element = of(fieldClass.element(), known).around();
      return new Extent(element.classes, element.depth, 1, true);
    }

    @Override
    public Extent visitStructure(StructureFieldClass fieldClass) {
      return members(fieldClass.members());
    }

    @Override
    public Extent visitUnion(UnionFieldClass fieldClass) {
      return members(fieldClass.members());
    }

    @Override
    public Extent visitVariant(VariantFieldClass fieldClass) {
      return members(fieldClass.options()).withCount();
    }

    @Override
    public Extent visitOptional(OptionalFieldClass fieldClass) {
      return of(fieldClass.element(), known).around().withCount();
    }

    @Override
    public Extent visitReference(ReferenceFieldClass fieldClass) {
      return of(fieldClass.target(), known);
    }
  }
}
