package org.genevent.java;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** Turns the plain values of {@link org.genevent.proof.RandomValues} into objects of the types of a generated tracer. */
final class JavaValues {

  private JavaValues() {}

  /** The values with every enumeration at a number that a Java constant stands for: the first one of a label. */
  static Map<String, Object> fitted(List<Field> fields, Map<?, ?> values) {
    Map<String, Object> fitted = new LinkedHashMap<>();
    for (Field field : fields) {
      fitted.put(field.name(), fitted(field.fieldClass().resolved(), values.get(field.name())));
    }
    return fitted;
  }

  private static Object fitted(FieldClass fieldClass, Object value) {
    if (fieldClass instanceof EnumerationFieldClass enumeration) {
      return firstValue(enumeration, (Long) value);
    } else if (fieldClass instanceof StructureFieldClass structure) {
      return fitted(structure.members(), (Map<?, ?>) value);
    } else if (fieldClass instanceof ArrayFieldClass array) {
      return fittedElements(array.element(), (List<?>) value);
    } else if (fieldClass instanceof SequenceFieldClass sequence) {
      return fittedElements(sequence.element(), (List<?>) value);
    } else if (fieldClass instanceof OptionalFieldClass optional) {
      return ((Optional<?>) value).map(inside -> fitted(optional.element().resolved(), inside));
    } else if (fieldClass instanceof VariantFieldClass variant) {
      Map<?, ?> chosen = (Map<?, ?>) value;
      Field option = variant.options().get(indexOf(variant, chosen));
      Object inside = fitted(option.fieldClass().resolved(), chosen.get(option.name()));
      return Map.of(option.name(), inside);
    }
    return value;
  }

  private static List<Object> fittedElements(FieldClass element, List<?> values) {
    List<Object> fitted = new ArrayList<>();
    values.forEach(value -> fitted.add(fitted(element.resolved(), value)));
    return fitted;
  }

  private static long firstValue(EnumerationFieldClass enumeration, long value) {
    for (EnumerationLabel label : enumeration.labels()) {
      if (label.firstValue() <= value && value <= label.lastValue()) {
        return label.firstValue();
      }
    }
    return enumeration.labels().get(0).firstValue();
  }

  private static int indexOf(VariantFieldClass variant, Map<?, ?> chosen) {
    for (int i = 0; i < variant.options().size(); i++) {
      if (chosen.containsKey(variant.options().get(i).name())) {
        return i;
      }
    }
    throw new IllegalArgumentException("no option: " + chosen);
  }

  /** A value as an object of a type. */
  static Object of(FieldClass declared, Object value, Type type)
      throws ReflectiveOperationException {
    FieldClass fieldClass = declared.resolved();
    if (fieldClass instanceof OptionalFieldClass optional) {
      return optional(optional, (Optional<?>) value, type);
    } else if (fieldClass instanceof ArrayFieldClass array) {
      return array(array.element(), (List<?>) value, type);
    } else if (fieldClass instanceof SequenceFieldClass sequence) {
      return array(sequence.element(), (List<?>) value, type);
    } else if (fieldClass instanceof StructureFieldClass structure) {
      return structure(structure, (Map<?, ?>) value, (Class<?>) type);
    } else if (fieldClass instanceof VariantFieldClass variant) {
      return variant(variant, (Map<?, ?>) value, (Class<?>) type);
    } else if (fieldClass instanceof EnumerationFieldClass) {
      return constant((Long) value, (Class<?>) type);
    } else if (fieldClass instanceof UnionFieldClass) {
      List<?> bytes = (List<?>) value;
      byte[] union = new byte[bytes.size()];
      for (int i = 0; i < union.length; i++) {
        union[i] = ((Long) bytes.get(i)).byteValue();
      }
      return union;
    }
    return scalar(value, (Class<?>) type);
  }

  private static Object scalar(Object value, Class<?> type) {
    if (value instanceof Number number) {
      return switch (type.getSimpleName()) {
        case "byte", "Byte" -> number.byteValue();
        case "short", "Short" -> number.shortValue();
        case "int", "Integer" -> number.intValue();
        case "long", "Long" -> number.longValue();
        case "float", "Float" -> number.floatValue();
        default -> number.doubleValue();
      };
    }
    return value;
  }

  private static Object optional(OptionalFieldClass optional, Optional<?> value, Type type)
      throws ReflectiveOperationException {
    if (type instanceof ParameterizedType maybe) {
      return value.isEmpty()
          ? Optional.empty()
          : Optional.of(of(optional.element(), value.get(), maybe.getActualTypeArguments()[0]));
    }
    return value.isEmpty() ? null : of(optional.element(), value.get(), type);
  }

  private static Object array(FieldClass element, List<?> values, Type type)
      throws ReflectiveOperationException {
    Type component = type instanceof GenericArrayType generic
        ? generic.getGenericComponentType()
        : ((Class<?>) type).getComponentType();
    Object array = Array.newInstance(erased(component), values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, of(element, values.get(i), component));
    }
    return array;
  }

  private static Class<?> erased(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    } else if (type instanceof GenericArrayType generic) {
      return erased(generic.getGenericComponentType()).arrayType();
    }
    return (Class<?>) type;
  }

  private static Object structure(StructureFieldClass structure, Map<?, ?> values, Class<?> type)
      throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < arguments.length; i++) {
      Field member = structure.members().get(i);
      Object value = values.get(member.name());
      arguments[i] = of(member.fieldClass(), value, components[i].getGenericType());
    }
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    return constructor.newInstance(arguments);
  }

  private static Object variant(VariantFieldClass variant, Map<?, ?> value, Class<?> type)
      throws ReflectiveOperationException {
    int index = indexOf(variant, value);
    Field option = variant.options().get(index);
    Class<?> chosen = type.getPermittedSubclasses()[index];
    Object inside = value.get(option.name());
    if (option.fieldClass().resolved() instanceof StructureFieldClass structure) {
      return structure(structure, (Map<?, ?>) inside, chosen);
    }
    Object argument =
        of(option.fieldClass(), inside, chosen.getRecordComponents()[0].getGenericType());
    return chosen.getDeclaredConstructors()[0].newInstance(argument);
  }

  private static Object constant(long value, Class<?> type) throws ReflectiveOperationException {
    for (Object constant : type.getEnumConstants()) {
      if ((int) type.getMethod("value").invoke(constant) == value) {
        return constant;
      }
    }
    throw new IllegalArgumentException("no constant for " + value);
  }
}
