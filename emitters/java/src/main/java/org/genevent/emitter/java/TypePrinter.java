package org.genevent.emitter.java;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;

/** Prints the types that a tracer class declares. */
final class TypePrinter {

  private final JavaTypeNames types;

  TypePrinter(JavaTypeNames types) {
    this.types = types;
  }

  TypeSpec print(NestedType type) {
    if (type instanceof NestedType.Enumeration enumeration) {
      return enumeration(enumeration);
    } else if (type instanceof NestedType.Choice choice) {
      return choice(choice);
    }
    return structure((NestedType.Structure) type);
  }

  private TypeSpec enumeration(NestedType.Enumeration type) {
    TypeSpec.Builder builder = TypeSpec.enumBuilder(type.name())
        .addJavadoc("$L\n", headline("Values of ", type.subject(), "an enumeration"))
        .addModifiers(Modifier.PUBLIC);
    for (int i = 0; i < type.constants().size(); i++) {
      EnumerationLabel label = type.labels().get(i);
      builder.addEnumConstant(
          type.constants().get(i),
          TypeSpec.anonymousClassBuilder("$L", label.firstValue())
              .addJavadoc("$L\n", Docs.label(label))
              .build());
    }
    return builder
        .addField(FieldSpec.builder(int.class, "number", Modifier.PRIVATE, Modifier.FINAL)
            .build())
        .addMethod(MethodSpec.constructorBuilder()
            .addParameter(int.class, "number")
            .addStatement("this.number = number")
            .build())
        .addMethod(MethodSpec.methodBuilder(GeneratedNames.ENUM_VALUE)
            .addJavadoc("The number in the trace.\n\n@return the number\n")
            .addModifiers(Modifier.PUBLIC)
            .returns(int.class)
            .addStatement("return number")
            .build())
        .build();
  }

  private TypeSpec choice(NestedType.Choice type) {
    TypeSpec.Builder builder = TypeSpec.interfaceBuilder(type.name())
        .addJavadoc("$L\n", headline("One of the options of ", type.subject(), "a variant"))
        .addModifiers(Modifier.PUBLIC, Modifier.SEALED);
    for (NestedType.Structure option : type.options()) {
      builder.addType(structure(option));
    }
    return builder.build();
  }

  private TypeSpec structure(NestedType.Structure type) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    TypeSpec.Builder builder = TypeSpec.recordBuilder(type.name())
        .addJavadoc("$L\n", headline("Values of ", type.subject(), "a structure"));
    if (!type.components().isEmpty()) {
      builder.addJavadoc("\n");
    }
    for (int i = 0; i < type.components().size(); i++) {
      JavaParameter component = type.components().get(i);
      Field member = type.members().get(i);
      components.addParameter(
          ParameterSpec.builder(types.of(component.type()), component.name()).build());
      builder.addJavadoc("$L\n", Docs.tag("@param " + component.name(), Docs.value(member)));
    }
    type.choice().ifPresent(choice -> {
      builder.addSuperinterface(choice);
      builder.addModifiers(Modifier.STATIC); // as everything in an interface, so it is not printed
    });
    return builder
        .addModifiers(Modifier.PUBLIC)
        .recordConstructor(components.build())
        .build();
  }

  private static String headline(String what, String subject, String otherwise) {
    return what + (subject.isEmpty() ? otherwise : subject) + ".";
  }
}
