package org.genevent.kernel;

import java.util.List;
import java.util.Locale;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;

/**
 * A C program that prints where a compiler puts fields: offset, size and alignment of each, one line each.
 *
 * <p>A structure on the wire has no padding at its end, which no structure of C can say. So members of inner structures
 * become members of the outer one, the first of them as aligned as the compiler aligns the structure that they are from.
 */
final class CProbe {

  private final DataModel dataModel;
  private final StringBuilder types = new StringBuilder();
  private final StringBuilder main = new StringBuilder();
  private StringBuilder members;
  private boolean packed;
  private int structures;
  private int leaves;
  private int names;

  CProbe(DataModel dataModel) {
    this.dataModel = dataModel;
  }

  /** Adds fields that lie one after the other from offset 0. */
  void structure(List<Field> fields, boolean isPacked) {
    packed = isPacked;
    members = new StringBuilder();
    leaves = 0;
    String name = "struct s" + structures++;
    for (Field field : fields) {
      int first = leaves;
      flatten(field.fieldClass().resolved(), "");
      if (leaves == first) {
        // an empty structure has a place on the wire, but none that C can name
        continue;
      }
      String last = "m" + (leaves - 1);
      main.append(String.format(
          Locale.ROOT,
          "\tprintf(\"%%zu %%zu %%zu\\n\", offsetof(%1$s, m%2$d),"
              + " offsetof(%1$s, %3$s) + sizeof(((%1$s *)0)->%3$s) - offsetof(%1$s, m%2$d),"
              + " (size_t)%4$s);\n",
          name,
          first,
          last,
          isPacked ? "1" : "_Alignof(" + memberType(field.fieldClass().resolved()) + ")"));
    }
    types
        .append(name)
        .append(" {\n")
        .append(members)
        .append("}")
        .append(attribute())
        .append(";\n");
  }

  private String attribute() {
    return packed ? " __attribute__((__packed__))" : "";
  }

  /** Whether a field has any bytes that C can name. */
  static boolean isEmpty(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof StructureFieldClass structure) {
      return structure.members().stream().allMatch(member -> isEmpty(member.fieldClass()));
    }
    return resolved instanceof ArrayFieldClass array && isEmpty(array.element());
  }

  /** Adds the members of a field; returns the alignment that is still to be said, as nothing was there to say it of. */
  private String flatten(FieldClass fieldClass, String alignas) {
    FieldClass resolved = fieldClass.resolved();
    int first = leaves;
    if (resolved instanceof StructureFieldClass structure) {
      String aligned = packed ? "" : alignas + "_Alignas(" + memberType(structure) + ") ";
      for (Field member : structure.members()) {
        aligned = flatten(member.fieldClass(), aligned);
      }
      return leaves == first ? alignas : "";
    } else if (resolved instanceof ArrayFieldClass array) {
      String aligned = alignas;
      for (long i = 0; i < array.length(); i++) {
        aligned = flatten(array.element(), aligned);
      }
      return leaves == first ? alignas : "";
    }
    members
        .append("\t")
        .append(alignas)
        .append(memberType(resolved))
        .append(" m")
        .append(leaves++)
        .append(";\n");
    return "";
  }

  /** The type of a member, as large in C as on the wire, but for what follows the last member of a structure. */
  private String memberType(FieldClass fieldClass) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof StructureFieldClass structure) {
      return aggregate("struct", structure.members());
    } else if (resolved instanceof UnionFieldClass union) {
      return aggregate("union", union.members());
    } else if (resolved instanceof ArrayFieldClass array) {
      String name = "a" + names++;
      String element = memberType(array.element());
      types.append("typedef ").append(element).append(' ').append(name);
      types.append('[').append(array.length()).append("];\n");
      return name;
    }
    return scalar(resolved);
  }

  private String aggregate(String kind, List<Field> fields) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      text.append("\t").append(memberType(fields.get(i).fieldClass())).append(" x" + i + ";\n");
    }
    String name = kind + " t" + names++;
    types
        .append(name)
        .append(" {\n")
        .append(text)
        .append("}")
        .append(attribute())
        .append(";\n");
    return name;
  }

  private String scalar(FieldClass scalar) {
    if (scalar instanceof IntegerFieldClass integer) {
      boolean signed = integer.signed();
      if (integer.size() instanceof IntegerSize.OfType type) {
        return type(type.type(), signed);
      }
      return (signed ? "int" : "uint") + 8 * integer.size().sizeBytes(dataModel) + "_t";
    } else if (scalar instanceof FloatFieldClass number) {
      return number.sizeBytes() == 4 ? "float" : "double";
    } else if (scalar instanceof BooleanFieldClass) {
      return "_Bool";
    }
    String name = "enum e" + names++;
    types.append(name).append(" {");
    for (EnumerationLabel label : ((EnumerationFieldClass) scalar).labels()) {
      types
          .append(" L")
          .append(names++)
          .append(" = ")
          .append(label.firstValue())
          .append(",");
    }
    types.append(" };\n");
    return name;
  }

  private static String type(CType type, boolean signed) {
    String sign = signed ? "signed " : "unsigned ";
    return switch (type) {
      case CHAR -> sign + "char";
      case SHORT -> sign + "short";
      case INT -> sign + "int";
      case LONG -> sign + "long";
      case SIZE_T -> "size_t";
      case SSIZE_T, OFF_T -> "ptrdiff_t";
      case POINTER -> "void *";
    };
  }

  String program() {
    return "#include <stddef.h>\n#include <stdint.h>\n#include <stdio.h>\n" + types
        + "int main(void)\n{\n" + main + "\treturn 0;\n}\n";
  }
}
