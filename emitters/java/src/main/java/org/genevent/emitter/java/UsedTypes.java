package org.genevent.emitter.java;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.genevent.binding.JavaTracer;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.binding.JavaType;

/** The classes that the parameters of a tracer are made of. */
final class UsedTypes {

  private final Set<String> names = new LinkedHashSet<>();

  UsedTypes(JavaTracer binding) {
    List<JavaParameter> parameters = new ArrayList<>(binding.context());
    binding.methods().forEach(method -> parameters.addAll(method.parameters()));
    parameters.forEach(parameter -> add(parameter.type()));
  }

  private void add(JavaType type) {
    if (type instanceof JavaType.EnumConstant constant) {
      names.add(constant.className());
    } else if (type instanceof JavaType.RecordType structure) {
      if (names.add(structure.className())) {
        structure.components().forEach(component -> add(component.type()));
      }
    } else if (type instanceof JavaType.Choice choice) {
      if (names.add(choice.className())) {
        choice.options().forEach(this::add);
      }
    } else if (type instanceof JavaType.ArrayOf array) {
      add(array.element());
    } else if (type instanceof JavaType.Maybe maybe) {
      add(maybe.element());
    }
  }

  /** The simple names of all, and of the classes around them. */
  Stream<String> simpleNames() {
    return names.stream().flatMap(name -> Stream.of(name.split("\\.")));
  }
}
