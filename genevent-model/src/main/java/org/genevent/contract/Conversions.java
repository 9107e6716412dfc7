package org.genevent.contract;

import java.util.List;
import java.util.Objects;

/** Which values of one class are values of another, too: the rules of typed replay and of comparisons. */
public final class Conversions {

  private Conversions() {}

  /**
   * Whether two classes are the same but for where their parts lie.
   *
   * @param a a class
   * @param b another
   * @return true if they have the same bits with the same meaning
   */
  public static boolean isSame(ContractType a, ContractType b) {
    if (a instanceof ContractType.Structure x && b instanceof ContractType.Structure y) {
      return areSame(x.members(), y.members());
    } else if (a instanceof ContractType.Variant x && b instanceof ContractType.Variant y) {
      return areSame(x.options(), y.options());
    } else if (a instanceof ContractType.FixedList x && b instanceof ContractType.FixedList y) {
      return x.length() == y.length() && isSame(x.element(), y.element());
    } else if (a instanceof ContractType.VaryingList x && b instanceof ContractType.VaryingList y) {
      return x.lengthBits() == y.lengthBits() && isSame(x.element(), y.element());
    } else if (a instanceof ContractType.Maybe x && b instanceof ContractType.Maybe y) {
      return isSame(x.element(), y.element());
    } else if (a instanceof ContractType.Union x && b instanceof ContractType.Union y) {
      return x.sizeBytes() == y.sizeBytes() && areSame(x.members(), y.members());
    } else if (a instanceof ContractType.Union x && b instanceof ContractType.Structure y) {
      return areBytesOf(x, y);
    } else if (a instanceof ContractType.Structure x && b instanceof ContractType.Union y) {
      return areBytesOf(y, x);
    }
    return Objects.equals(a, b);
  }

  /** A trace only tells the bytes of a union. */
  private static boolean areBytesOf(ContractType.Union union, ContractType.Structure structure) {
    return structure.members().size() == 1
        && structure.members().get(0).name().equals("bytes")
        && structure.members().get(0).type() instanceof ContractType.FixedList bytes
        && bytes.length() == union.sizeBytes()
        && bytes.element().equals(new ContractType.Number(Byte.SIZE, false, false));
  }

  private static boolean areSame(List<ContractField> a, List<ContractField> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).isAlike(b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether every value of a number's class is a value of another number's class.
   *
   * @param from the class that values have
   * @param to the class that they shall have
   * @return true for integers that fit with their sign, and for floating point numbers that are not cut
   */
  public static boolean isWidening(ContractType from, ContractType to) {
    if (from instanceof ContractType.Number a && to instanceof ContractType.Number b) {
      return a.signed() == b.signed()
          ? b.sizeBits() >= a.sizeBits()
          : b.signed() && b.sizeBits() > a.sizeBits();
    }
    return from instanceof ContractType.Floating a
        && to instanceof ContractType.Floating b
        && b.sizeBits() >= a.sizeBits();
  }

  /** The elements' class of an array or sequence, or null. */
  static ContractType element(ContractType type) {
    if (type instanceof ContractType.FixedList list) {
      return list.element();
    }
    return type instanceof ContractType.VaryingList list ? list.element() : null;
  }
}
