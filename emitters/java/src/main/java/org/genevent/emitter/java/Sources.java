package org.genevent.emitter.java;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.binding.JavaType;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.plan.ValueSource;

/** Where values come from, seen from Java: the types of sources, and how a member is read from its record. */
final class Sources {

  private final Map<String, JavaParameter> parameters = new HashMap<>();
  private final Map<ValueSource, JavaType> types = new IdentityHashMap<>();
  private final JavaTypeNames typeNames;

  /**
   * The sources of a payload.
   *
   * @param fields the fields of the payload
   * @param parameters the Java parameter of each
   * @param typeNames tells whose classes are whose
   */
  Sources(List<Field> fields, List<JavaParameter> parameters, JavaTypeNames typeNames) {
    this.typeNames = typeNames;
    for (int i = 0; i < fields.size(); i++) {
      this.parameters.put(fields.get(i).name(), parameters.get(i));
    }
  }

  JavaParameter parameter(ValueSource.Parameter source) {
    return parameters.get(source.field().name());
  }

  /** The Java type of a source; of a chosen option that is not a structure, that of its one component. */
  JavaType typeOf(ValueSource source) {
    JavaType type = types.get(source);
    if (type == null) {
      type = find(source);
      types.put(source, type);
    }
    return type;
  }

  private JavaType find(ValueSource source) {
    if (source instanceof ValueSource.Parameter parameter) {
      return parameter(parameter).type();
    } else if (source instanceof ValueSource.Member member) {
      return component(member).type();
    } else if (source instanceof ValueSource.Element element) {
      return ((JavaType.ArrayOf) typeOf(element.of())).element();
    } else if (source instanceof ValueSource.Present present) {
      return ((JavaType.Maybe) typeOf(present.of())).element();
    }
    ValueSource.Chosen chosen = (ValueSource.Chosen) source;
    JavaType.RecordType option = option(chosen);
    return isStructure(chosen) ? option : option.components().get(0).type();
  }

  /** The record of a chosen option. */
  JavaType.RecordType option(ValueSource.Chosen chosen) {
    return ((JavaType.Choice) typeOf(chosen.of())).options().get(chosen.index());
  }

  static boolean isStructure(ValueSource.Chosen chosen) {
    return chosen.option().fieldClass().resolved() instanceof StructureFieldClass;
  }

  /** The component that a member is read from. */
  JavaParameter component(ValueSource.Member member) {
    JavaType.RecordType type = (JavaType.RecordType) typeOf(member.of());
    StructureFieldClass structure = (StructureFieldClass) classOf(member.of());
    for (int i = 0; i < structure.members().size(); i++) {
      if (structure.members().get(i).name().equals(member.member().name())) {
        return type.components().get(i);
      }
    }
    throw new IllegalStateException(
        "not a member of its structure: " + member.member().name());
  }

  private static FieldClass classOf(ValueSource source) {
    if (source instanceof ValueSource.Parameter parameter) {
      return parameter.field().fieldClass().resolved();
    } else if (source instanceof ValueSource.Member member) {
      return member.member().fieldClass().resolved();
    } else if (source instanceof ValueSource.Chosen chosen) {
      return chosen.option().fieldClass().resolved();
    } else if (source instanceof ValueSource.Present present) {
      return ((OptionalFieldClass) classOf(present.of())).element().resolved();
    }
    FieldClass array = classOf(((ValueSource.Element) source).of());
    return array instanceof ArrayFieldClass fixed
        ? fixed.element().resolved()
        : ((SequenceFieldClass) array).element().resolved();
  }

  /** A short name for the variable that holds a value. */
  String nameOf(ValueSource source) {
    if (source instanceof ValueSource.Parameter parameter) {
      return parameter(parameter).name();
    } else if (source instanceof ValueSource.Member member) {
      return nameOf(member.of()) + JavaNames.type(component(member).name());
    } else if (source instanceof ValueSource.Element element) {
      return JavaNames.element(nameOf(element.of()));
    } else if (source instanceof ValueSource.Present present) {
      return nameOf(present.of()) + "Value";
    }
    return JavaNames.member(((ValueSource.Chosen) source).option().name());
  }

  /** Whether reading the source from what it is a part of runs code of the program. */
  boolean runsUserCode(ValueSource source) {
    return source instanceof ValueSource.Member member
        && typeOf(member.of()) instanceof JavaType.RecordType type
        && !typeNames.isOurs(type.className());
  }

  /** Whether the number of a constant comes from a method of the program; {@code ordinal} is final. */
  boolean runsUserCode(JavaType.EnumConstant type) {
    return !type.valueMethod().equals("ordinal") && !typeNames.isOurs(type.className());
  }
}
