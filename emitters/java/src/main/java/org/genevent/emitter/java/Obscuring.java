package org.genevent.emitter.java;

import com.palantir.javapoet.NameAllocator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.genevent.binding.JavaTracer;
import org.genevent.binding.JavaTracer.JavaMethod;
import org.genevent.binding.JavaTracer.JavaParameter;

/**
 * Gives other names to parameters that would obscure a class.
 *
 * <p>Where a name could be a variable, a class or a package, it is the variable (Java Language Specification, 6.4.2): in
 * {@code Route.discardAll(first)}, a parameter {@code Route}. Who calls a method does not see its parameters' names.
 */
final class Obscuring {

  /** Classes with static members that methods with parameters call. */
  private static final Set<String> CLASSES = Set.of("Route", "PayloadBuffer", "Utf8", "System");

  /** Where names of these classes begin, if they have to be written in full. */
  private static final Set<String> PACKAGES = Set.of("java", "org");

  private Obscuring() {}

  /** The binding with names of parameters that obscure nothing. */
  static JavaTracer avoid(JavaTracer binding) {
    Set<String> names = names(binding);
    List<JavaMethod> methods = binding.methods().stream()
        .map(method ->
            new JavaMethod(method.name(), renamed(method.parameters(), names), method.varargs()))
        .toList();
    return new JavaTracer(
        binding.packageName(),
        binding.className(),
        binding.isPublic(),
        binding.interfaceName(),
        methods,
        renamed(binding.context(), names),
        binding.usesDeprecated(),
        binding.otherMethods(),
        binding.memberTypes());
  }

  /** The names that no variable of the tracer class may have. */
  static Set<String> names(JavaTracer binding) {
    Set<String> names = new HashSet<>(CLASSES);
    UsedTypes used = new UsedTypes(binding);
    if (Stream.concat(used.simpleNames(), binding.memberTypes().stream())
        .anyMatch(CLASSES::contains)) {
      names.addAll(PACKAGES);
    }
    return names;
  }

  private static List<JavaParameter> renamed(List<JavaParameter> parameters, Set<String> names) {
    NameAllocator allocator = JavaNames.without(names);
    parameters.stream()
        .map(JavaParameter::name)
        .filter(name -> !names.contains(name))
        .forEach(allocator::newName);
    List<JavaParameter> renamed = new ArrayList<>(parameters.size());
    for (JavaParameter parameter : parameters) {
      String name = parameter.name();
      renamed.add(
          names.contains(name)
              ? new JavaParameter(JavaNames.fresh(allocator, name), parameter.type())
              : parameter);
    }
    return renamed;
  }
}
