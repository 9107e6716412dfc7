package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.genevent.binding.JavaType;

/** The methods of a tracer that give the numbers of enum constants: one for each enum that is written. */
final class EnumNumbers {

  /** What null is written as. */
  static final int NULL_NUMBER = -1;

  private final String methodName;
  private final JavaTypeNames types;
  private final Map<String, JavaType.EnumConstant> used = new LinkedHashMap<>();

  EnumNumbers(String methodName, JavaTypeNames types) {
    this.methodName = methodName;
    this.types = types;
  }

  /** The number of a constant, which may be null. */
  CodeBlock number(CodeBlock constant, JavaType.EnumConstant type) {
    used.putIfAbsent(type.className(), type);
    return CodeBlock.of("$N($L)", methodName, constant);
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (JavaType.EnumConstant type : used.values()) {
      methods.add(MethodSpec.methodBuilder(methodName)
          .addJavadoc("The number of a constant; $L, for null, has no label.\n", NULL_NUMBER)
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
          .returns(int.class)
          .addParameter(types.of(type), "constant")
          .addStatement(
              "return constant == null ? $L : constant.$N()", NULL_NUMBER, type.valueMethod())
          .build());
    }
    return methods;
  }
}
