package org.genevent.emitter.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.genevent.binding.JavaTracer;
import org.genevent.binding.JavaType;

/**
 * Names of Java types as the printed file needs them.
 *
 * <p>A canonical name does not tell where the package ends and the class begins. What lies in the tracer or in the
 * declared interface is known; of the rest, names that follow the convention (packages begin with a small letter, classes
 * with a capital) are imported, and others are written out in full, which is always right.
 */
final class JavaTypeNames {

  private final String packageName;
  private final ClassName tracer;
  private final Optional<ClassName> declaredInterface;

  JavaTypeNames(JavaTracer binding) {
    packageName = binding.packageName();
    tracer = ClassName.get(packageName, binding.className());
    declaredInterface = binding.interfaceName().map(name -> inPackage(packageName, name));
  }

  /** The tracer class. */
  ClassName tracer() {
    return tracer;
  }

  /** The interface that declares the events, if there is one. */
  Optional<ClassName> declaredInterface() {
    return declaredInterface;
  }

  /** Whether a class is declared inside the tracer class, so that its code is ours. */
  boolean isOurs(String canonicalName) {
    return canonicalName.startsWith(tracer.canonicalName() + ".");
  }

  /** The type of a parameter, component or local variable. */
  TypeName of(JavaType type) {
    if (type instanceof JavaType.Primitive primitive) {
      return primitive(primitive.keyword());
    } else if (type instanceof JavaType.Text text) {
      return classOf(text.className());
    } else if (type instanceof JavaType.EnumConstant constant) {
      return classOf(constant.className());
    } else if (type instanceof JavaType.RecordType structure) {
      return classOf(structure.className());
    } else if (type instanceof JavaType.ArrayOf array) {
      return ArrayTypeName.of(of(array.element()));
    } else if (type instanceof JavaType.Bytes) {
      return ClassName.get(ByteBuffer.class);
    } else if (type instanceof JavaType.Choice choice) {
      return classOf(choice.className());
    }
    return optional((JavaType.Maybe) type);
  }

  private TypeName optional(JavaType.Maybe maybe) {
    return switch (maybe.form()) {
      case NULLABLE -> of(maybe.element()).box();
      case OPTIONAL ->
        ParameterizedTypeName.get(
            ClassName.get(Optional.class), of(maybe.element()).box());
      case OPTIONAL_INT -> ClassName.get(OptionalInt.class);
      case OPTIONAL_LONG -> ClassName.get(OptionalLong.class);
      case OPTIONAL_DOUBLE -> ClassName.get(OptionalDouble.class);
    };
  }

  private static TypeName primitive(String keyword) {
    return switch (keyword) {
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "char" -> TypeName.CHAR;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      case "boolean" -> TypeName.BOOLEAN;
      default -> throw new IllegalArgumentException("not a primitive: " + keyword);
    };
  }

  /** The class of a canonical name. */
  ClassName classOf(String canonicalName) {
    boolean inTracer = isOurs(canonicalName);
    boolean inInterface = declaredInterface
        .filter(outer -> canonicalName.startsWith(outer.canonicalName() + "."))
        .isPresent();
    String simple = canonicalName.substring(canonicalName.lastIndexOf('.') + 1);
    if (inTracer || inInterface || canonicalName.equals(inPackage(simple))) {
      return inPackage(packageName, canonicalName);
    }
    int classes = conventionalClasses(canonicalName);
    return classes < 0
        ? ClassName.get("", canonicalName)
        : inPackage(canonicalName.substring(0, Math.max(0, classes - 1)), canonicalName);
  }

  private String inPackage(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }

  private static ClassName inPackage(String packageName, String canonicalName) {
    String nesting =
        packageName.isEmpty() ? canonicalName : canonicalName.substring(packageName.length() + 1);
    String[] names = nesting.split("\\.");
    ClassName name = ClassName.get(packageName, names[0]);
    for (int i = 1; i < names.length; i++) {
      name = name.nestedClass(names[i]);
    }
    return name;
  }

  /** Where the classes begin in a name that follows the convention, or -1. */
  private int conventionalClasses(String canonicalName) {
    if (beginsClass(packageName, 0) || packageName.matches(".*\\.[A-Z].*")) {
      return -1; // nor does the tracer's own package
    }
    int classes = -1;
    for (int i = 0; i >= 0 && i < canonicalName.length(); i = canonicalName.indexOf('.', i) + 1) {
      if (beginsClass(canonicalName, i)) {
        classes = classes < 0 ? i : classes;
      } else if (classes >= 0) {
        return -1;
      }
      if (canonicalName.indexOf('.', i) < 0) {
        break;
      }
    }
    return classes;
  }

  private static boolean beginsClass(String name, int index) {
    return index < name.length() && Character.isUpperCase(name.charAt(index));
  }
}
