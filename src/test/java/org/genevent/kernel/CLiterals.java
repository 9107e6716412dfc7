package org.genevent.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.genevent.abi.CType;
import org.genevent.kernel.CHeader.Declaration;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;
import org.genevent.proof.RandomValues;
import org.genevent.proof.ReferenceSerializer;

/** Writes values (as {@link RandomValues} describes them) as expressions of C, of the types that a header declares. */
final class CLiterals {

  private final CHeader header;
  private final List<String> statements = new ArrayList<>();

  CLiterals(CHeader header) {
    this.header = header;
  }

  /** What has to stand in front of the expressions. */
  List<String> statements() {
    return statements;
  }

  /** A value as an argument of a function. */
  String argument(FieldClass fieldClass, Object value, String type) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof ArrayFieldClass array) {
      return elements(array.element(), (List<?>) value, type);
    }
    boolean aggregate =
        type.matches("const (struct|union) \\w+ \\*") && !(resolved instanceof OptionalFieldClass);
    return aggregate ? pointer(resolved, value, type) : value(resolved, value, type);
  }

  /** A pointer to a value of the type that it points to. */
  private String pointer(FieldClass fieldClass, Object value, String type) {
    String pointee = type.substring(0, type.length() - 1).strip();
    String target = pointee.endsWith("*const")
        ? pointee.substring(0, pointee.length() - "const".length())
        : pointee.substring("const ".length());
    String text = value(fieldClass, value, target);
    if (fieldClass.resolved() instanceof UnionFieldClass) {
      return "&" + text;
    }
    return "&(" + pointee + ")" + (text.startsWith("{") ? text : "{ " + text + " }");
  }

  private String elements(FieldClass element, List<?> values, String pointerType) {
    if (values.isEmpty()) {
      return "NULL";
    }
    String type = pointerType.substring(0, pointerType.length() - 1).strip();
    String single = type.endsWith("*const")
        ? type.substring(0, type.length() - "const".length())
        : type.substring("const ".length());
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(element(element, value, single)));
    return "(" + type + "[]){ " + String.join(", ", texts) + " }";
  }

  /** An element: an array among them has a structure around it. */
  private String element(FieldClass element, Object value, String type) {
    if (element.resolved() instanceof ArrayFieldClass) {
      return "{ " + value(element, value, header.members(type, "").get(0).type()) + " }";
    }
    return value(element, value, type);
  }

  /** A value as an initialiser of a member or variable. */
  private String value(FieldClass fieldClass, Object value, String type) {
    FieldClass resolved = fieldClass.resolved();
    if (resolved instanceof StringFieldClass) {
      return string((String) value);
    } else if (resolved instanceof ArrayFieldClass array) {
      List<String> texts = new ArrayList<>();
      ((List<?>) value).forEach(one -> texts.add(element(array.element(), one, type)));
      return "{ " + String.join(", ", texts) + " }";
    } else if (resolved instanceof SequenceFieldClass sequence) {
      List<?> list = (List<?>) value;
      String pointer = header.members(type, "").get(1).type();
      return "{ " + list.size() + ", " + elements(sequence.element(), list, pointer) + " }";
    } else if (resolved instanceof StructureFieldClass structure) {
      return structure(structure, (Map<?, ?>) value, type);
    } else if (resolved instanceof UnionFieldClass) {
      return union((List<?>) value, type);
    } else if (resolved instanceof VariantFieldClass variant) {
      return variant(variant, (Map<?, ?>) value, type);
    } else if (resolved instanceof OptionalFieldClass optional) {
      return optional(optional.element(), (Optional<?>) value, type);
    }
    return scalar(resolved, value, type);
  }

  private String structure(StructureFieldClass structure, Map<?, ?> values, String type) {
    List<Declaration> members = header.members(type, "");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < structure.members().size(); i++) {
      Field member = structure.members().get(i);
      Declaration declared = members.get(i);
      texts.add("." + declared.name() + " = "
          + value(member.fieldClass(), values.get(member.name()), declared.type()));
    }
    return texts.isEmpty() ? "{ 0 }" : "{ " + String.join(", ", texts) + " }";
  }

  private String union(List<?> bytes, String type) {
    String name = "union_" + statements.size();
    List<String> texts = new ArrayList<>();
    bytes.forEach(one -> texts.add(String.valueOf(one)));
    statements.add(type + " " + name + "; memcpy(&" + name + ", (const unsigned char[]){ "
        + String.join(", ", texts) + " }, " + bytes.size() + ");");
    return name;
  }

  private String variant(VariantFieldClass variant, Map<?, ?> value, String type) {
    String tagType = header.members(type, "").get(0).type();
    for (int i = 0; i < variant.options().size(); i++) {
      Field option = variant.options().get(i);
      if (value.containsKey(option.name())) {
        Declaration declared = header.members(type, ".option").get(i);
        String text = value(option.fieldClass(), value.get(option.name()), declared.type());
        return "{ (" + tagType + ")" + i + ", { ." + declared.name() + " = " + text + " } }";
      }
    }
    throw new IllegalStateException("no option of " + value);
  }

  private String optional(FieldClass element, Optional<?> value, String type) {
    if (value.isEmpty()) {
      return "NULL";
    }
    FieldClass resolved = element.resolved();
    if (resolved instanceof StringFieldClass) {
      return string((String) value.get());
    } else if (resolved instanceof ArrayFieldClass array) {
      return elements(array.element(), (List<?>) value.get(), type);
    }
    return pointer(resolved, value.get(), type);
  }

  /** The bytes as they are expected in the payload, without the zero byte that C puts behind them itself. */
  private static String string(String value) {
    StringBuilder text = new StringBuilder("\"");
    byte[] bytes = ReferenceSerializer.utf8(value);
    for (int i = 0; i < bytes.length - 1; i++) {
      text.append(String.format(Locale.ROOT, "\\%03o", bytes[i] & 0xFF));
    }
    return text.append('"').toString();
  }

  private static String scalar(FieldClass fieldClass, Object value, String type) {
    if (fieldClass instanceof FloatFieldClass number) {
      double real = (Double) value;
      return number.sizeBytes() == 4
          ? String.format(Locale.ROOT, "float_of(0x%xu)", Float.floatToRawIntBits((float) real))
          : String.format(Locale.ROOT, "double_of(0x%xull)", Double.doubleToRawLongBits(real));
    } else if (fieldClass instanceof BooleanFieldClass) {
      return value.toString();
    } else if (fieldClass instanceof EnumerationFieldClass) {
      return "(" + type + ")(" + value + ")";
    }
    String bits = String.format(Locale.ROOT, "0x%xull", (Long) value);
    boolean pointer =
        ((IntegerFieldClass) fieldClass).size().equals(new IntegerSize.OfType(CType.POINTER));
    return "(" + type + ")" + (pointer ? "(uintptr_t)" : "") + bits;
  }
}
