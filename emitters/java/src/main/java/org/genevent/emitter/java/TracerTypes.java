package org.genevent.emitter.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.abi.DataModel;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.binding.JavaType;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
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
 * Chooses the Java type of each field of a facility that was not declared in Java.
 *
 * <pre>
 * | field class                | Java type                                                                    |
 * |----------------------------|------------------------------------------------------------------------------|
 * | integer of 1, 2, 4, 8 bytes| byte, short, int, long: of an unsigned one, its bits                         |
 * | float of 4, 8 bytes        | float, double                                                                |
 * | boolean                    | boolean                                                                      |
 * | string                     | String                                                                       |
 * | enumeration                | a nested enum                                                                |
 * | structure                  | a nested record                                                              |
 * | variant                    | a nested sealed interface of records: an option that is a structure has its  |
 * |                            | members as components, any other a component "value"                         |
 * | union                      | byte[], its bytes as in memory                                               |
 * | array, sequence            | an array                                                                     |
 * | optional                   | the type or its box, null if absent; of an optional, java.util.Optional      |
 * </pre>
 *
 * <p>A named type gives its name to the nested type; a type without a name is called after the way to it.
 */
final class TracerTypes {

  private final ClassName tracer;
  private final NameAllocator typeNames;
  private final List<NestedType> declared = new ArrayList<>();
  private final Map<FieldClass, JavaType> known = new IdentityHashMap<>();
  private final Map<String, JavaType> named = new HashMap<>();

  TracerTypes(ClassName tracer) {
    this.tracer = tracer;
    this.typeNames = JavaNames.without(GeneratedNames.TYPES);
    JavaNames.fresh(typeNames, tracer.simpleName());
  }

  /** The nested types that were made, in the order in which the facility needs them. */
  List<NestedType> declared() {
    return List.copyOf(declared);
  }

  /**
   * The parameters of a method, or the components of a record.
   *
   * @param fields a field for each
   * @param path what types without a name are called after
   * @param names gives no name that is taken
   */
  List<JavaParameter> parameters(List<Field> fields, String path, NameAllocator names) {
    List<JavaParameter> parameters = new ArrayList<>(fields.size());
    for (Field field : fields) {
      JavaType type = of(field.fieldClass(), path + JavaNames.type(field.name()));
      parameters.add(
          new JavaParameter(JavaNames.fresh(names, JavaNames.member(field.name())), type));
    }
    return parameters;
  }

  private JavaType of(FieldClass fieldClass, String path) {
    return fieldClass.accept(new Mapping(path));
  }

  private List<JavaParameter> components(List<Field> members, String path) {
    return parameters(members, path, JavaNames.without(JavaNames.OBJECT_METHODS));
  }

  private ClassName nested(String path) {
    return tracer.nestedClass(JavaNames.fresh(typeNames, path));
  }

  /** The type of one class, which stands at the end of a path. */
  private final class Mapping implements FieldClassVisitor<JavaType> {

    private final String path;
    private final String subject;

    Mapping(String path) {
      this(path, "");
    }

    Mapping(String path, String subject) {
      this.path = path;
      this.subject = subject;
    }

    @Override
    public JavaType visitInteger(IntegerFieldClass fieldClass) {
      return new JavaType.Primitive(
          switch (fieldClass.size().sizeBytes(DataModel.LP64)) {
            case 1 -> "byte";
            case 2 -> "short";
            case 4 -> "int";
            default -> "long";
          });
    }

    @Override
    public JavaType visitFloat(FloatFieldClass fieldClass) {
      return new JavaType.Primitive(fieldClass.sizeBytes() == 4 ? "float" : "double");
    }

    @Override
    public JavaType visitBoolean(BooleanFieldClass fieldClass) {
      return new JavaType.Primitive("boolean");
    }

    @Override
    public JavaType visitString(StringFieldClass fieldClass) {
      return new JavaType.Text("java.lang.String");
    }

    @Override
    public JavaType visitArray(ArrayFieldClass fieldClass) {
      return new JavaType.ArrayOf(fieldClass.element().accept(this));
    }

    @Override
    public JavaType visitSequence(SequenceFieldClass fieldClass) {
      return new JavaType.ArrayOf(fieldClass.element().accept(this));
    }

    @Override
    public JavaType visitUnion(UnionFieldClass fieldClass) {
      return new JavaType.ArrayOf(new JavaType.Primitive("byte"));
    }

    @Override
    public JavaType visitOptional(OptionalFieldClass fieldClass) {
      // null cannot say both that the outer and that the inner value is absent
      boolean nests = fieldClass.element().resolved() instanceof OptionalFieldClass;
      JavaType element = fieldClass.element().accept(this);
      if (nests && element instanceof JavaType.Maybe inner) {
        element = new JavaType.Maybe(inner.element(), JavaType.Maybe.Form.OPTIONAL);
      }
      return new JavaType.Maybe(
          element, nests ? JavaType.Maybe.Form.OPTIONAL : JavaType.Maybe.Form.NULLABLE);
    }

    @Override
    public JavaType visitReference(ReferenceFieldClass fieldClass) {
      JavaType type = named.get(fieldClass.name());
      if (type == null) {
        String subject = "type {@code " + fieldClass.name() + "}";
        type = fieldClass.target().accept(new Mapping(JavaNames.type(fieldClass.name()), subject));
        named.put(fieldClass.name(), type);
      }
      return type;
    }

    @Override
    public JavaType visitEnumeration(EnumerationFieldClass fieldClass) {
      JavaType type = known.get(fieldClass);
      if (type == null) {
        ClassName name = nested(path);
        NameAllocator names = new NameAllocator();
        List<String> constants = new ArrayList<>();
        for (EnumerationLabel label : fieldClass.labels()) {
          constants.add(JavaNames.fresh(names, JavaNames.constant(label.name())));
        }
        declared.add(new NestedType.Enumeration(name, subject, constants, fieldClass.labels()));
        type = new JavaType.EnumConstant(name.canonicalName(), GeneratedNames.ENUM_VALUE);
        known.put(fieldClass, type);
      }
      return type;
    }

    @Override
    public JavaType visitStructure(StructureFieldClass fieldClass) {
      JavaType type = known.get(fieldClass);
      if (type == null) {
        ClassName name = nested(path);
        List<JavaParameter> components = components(fieldClass.members(), name.simpleName());
        declared.add(new NestedType.Structure(
            name, subject, Optional.empty(), components, fieldClass.members()));
        type = new JavaType.RecordType(name.canonicalName(), components);
        known.put(fieldClass, type);
      }
      return type;
    }

    @Override
    public JavaType visitVariant(VariantFieldClass fieldClass) {
      JavaType type = known.get(fieldClass);
      if (type == null) {
        ClassName name = nested(path);
        NameAllocator optionNames = JavaNames.without(GeneratedNames.TYPES);
        JavaNames.fresh(optionNames, tracer.simpleName());
        JavaNames.fresh(optionNames, name.simpleName());
        List<NestedType.Structure> options = new ArrayList<>();
        for (Field option : fieldClass.options()) {
          ClassName optionName =
              name.nestedClass(JavaNames.fresh(optionNames, JavaNames.type(option.name())));
          options.add(option(option, optionName, name));
        }
        declared.add(new NestedType.Choice(name, subject, options));
        type = new JavaType.Choice(
            name.canonicalName(),
            options.stream()
                .map(option ->
                    new JavaType.RecordType(option.name().canonicalName(), option.components()))
                .toList());
        known.put(fieldClass, type);
      }
      return type;
    }

    private NestedType.Structure option(Field option, ClassName name, ClassName choice) {
      String inner = choice.simpleName() + name.simpleName();
      List<Field> members;
      List<JavaParameter> components;
      if (option.fieldClass().resolved() instanceof StructureFieldClass structure) {
        members = structure.members();
        components = components(members, inner);
      } else {
        members = List.of(option);
        components =
            List.of(new JavaParameter(GeneratedNames.OPTION_VALUE, of(option.fieldClass(), inner)));
      }
      return new NestedType.Structure(
          name, "option {@code " + option.name() + "}", Optional.of(choice), components, members);
    }
  }
}
