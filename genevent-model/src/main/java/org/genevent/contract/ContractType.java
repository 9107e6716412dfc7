package org.genevent.contract;

import java.util.List;
import java.util.Objects;

/** The class of a field with every size known, and without what only says where it lies. */
public sealed interface ContractType {

  /**
   * The class in a word or a few, in the names of C's fixed-size types.
   *
   * @return for example {@code sequence of uint32_t}
   */
  String text();

  /**
   * An integer.
   *
   * @param sizeBits 1 to 64
   * @param signed whether it has a sign
   * @param network whether it always has network byte order
   */
  record Number(int sizeBits, boolean signed, boolean network) implements ContractType {
    @Override
    public String text() {
      return (signed ? "int" : "uint") + sizeBits + "_t" + (network ? " in network order" : "");
    }
  }

  /**
   * A floating point number.
   *
   * @param sizeBits 16, 32, 64 or another size that a trace has
   */
  record Floating(int sizeBits) implements ContractType {
    @Override
    public String text() {
      return sizeBits == 32 ? "float" : sizeBits == 64 ? "double" : "float" + sizeBits;
    }
  }

  /** A truth value. */
  record Truth() implements ContractType {
    @Override
    public String text() {
      return "boolean";
    }
  }

  /**
   * An integer with names for values.
   *
   * @param number the integer
   * @param labels the names, in order
   */
  record Enumeration(Number number, List<Label> labels) implements ContractType {
    /** Copies the list. */
    public Enumeration {
      Objects.requireNonNull(number);
      labels = List.copyOf(labels);
    }

    @Override
    public String text() {
      return "enum of " + number.text();
    }
  }

  /**
   * A name for the values from one to another.
   *
   * @param name the name
   * @param firstValue the lowest value
   * @param lastValue the highest value
   */
  record Label(String name, long firstValue, long lastValue) {
    /** Checks that the name is there. */
    public Label {
      Objects.requireNonNull(name);
    }

    /**
     * The values as people write them.
     *
     * @return {@code 3} or {@code 3...5}
     */
    public String values() {
      return firstValue == lastValue ? Long.toString(firstValue) : firstValue + "..." + lastValue;
    }
  }

  /** Text. */
  record Text() implements ContractType {
    @Override
    public String text() {
      return "string";
    }
  }

  /**
   * A number of elements that is always the same.
   *
   * @param length how many
   * @param element the class of each
   */
  record FixedList(long length, ContractType element) implements ContractType {
    /** Checks that the element is there. */
    public FixedList {
      Objects.requireNonNull(element);
    }

    @Override
    public String text() {
      return "array of " + length + " " + element.text();
    }
  }

  /**
   * A number of elements that each event says.
   *
   * @param lengthBits how many bits the length has
   * @param element the class of each
   */
  record VaryingList(int lengthBits, ContractType element) implements ContractType {
    /** Checks that the element is there. */
    public VaryingList {
      Objects.requireNonNull(element);
    }

    @Override
    public String text() {
      return "sequence of " + element.text();
    }
  }

  /**
   * Members one after the other.
   *
   * @param members the members, in order
   */
  record Structure(List<ContractField> members) implements ContractType {
    /** Copies the list. */
    public Structure {
      members = List.copyOf(members);
    }

    @Override
    public String text() {
      return "struct";
    }
  }

  /**
   * Members that share their bytes; traces only tell the bytes.
   *
   * @param sizeBytes the size of the largest
   * @param members the members, in order
   */
  record Union(long sizeBytes, List<ContractField> members) implements ContractType {
    /** Copies the list. */
    public Union {
      members = List.copyOf(members);
    }

    @Override
    public String text() {
      return "union of " + sizeBytes + " bytes";
    }
  }

  /**
   * One of several classes.
   *
   * @param options the choices, in the order of their tags
   */
  record Variant(List<ContractField> options) implements ContractType {
    /** Copies the list. */
    public Variant {
      options = List.copyOf(options);
    }

    @Override
    public String text() {
      return "variant";
    }
  }

  /**
   * A value that may be absent.
   *
   * @param element the class of the value
   */
  record Maybe(ContractType element) implements ContractType {
    /** Checks that the element is there. */
    public Maybe {
      Objects.requireNonNull(element);
    }

    @Override
    public String text() {
      return "optional " + element.text();
    }
  }
}
