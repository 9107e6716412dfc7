package org.genevent.binding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The tracer class of a facility, seen from Java.
 *
 * @param packageName the package; empty for the unnamed one
 * @param className the simple name of the tracer class
 * @param isPublic whether the tracer class is public
 * @param interfaceName the qualified name of the interface that declares the events, if there is one
 * @param methods one for each event, in the order of the facility's events
 * @param context the parameters of the method that binds the context, one for each context field
 * @param usesDeprecated whether the interface, one of its events or a type in them is deprecated, so that the tracer has
 *     to suppress the compiler's warnings ({@code deprecation} and {@code removal})
 * @param otherMethods the names of the methods that the class has from the interface besides the events; what the tracer
 *     adds has other names
 * @param memberTypes the simple names of the types and constants that the class has from the interface; other classes of these names
 *     are written in full
 */
public record JavaTracer(
    String packageName,
    String className,
    boolean isPublic,
    Optional<String> interfaceName,
    List<JavaMethod> methods,
    List<JavaParameter> context,
    boolean usesDeprecated,
    List<String> otherMethods,
    List<String> memberTypes) {
  /** Copies the lists. */
  public JavaTracer {
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(className);
    Objects.requireNonNull(interfaceName);
    methods = List.copyOf(methods);
    context = List.copyOf(context);
    otherMethods = List.copyOf(otherMethods);
    memberTypes = List.copyOf(memberTypes);
  }

  /**
   * A tracer class that uses nothing deprecated and has nothing from an interface but the events.
   *
   * @param packageName the package; empty for the unnamed one
   * @param className the simple name of the tracer class
   * @param isPublic whether the tracer class is public
   * @param interfaceName the qualified name of the interface that declares the events, if there is one
   * @param methods one for each event, in the order of the facility's events
   * @param context the parameters of the method that binds the context, one for each context field
   */
  public JavaTracer(
      String packageName,
      String className,
      boolean isPublic,
      Optional<String> interfaceName,
      List<JavaMethod> methods,
      List<JavaParameter> context) {
    this(
        packageName,
        className,
        isPublic,
        interfaceName,
        methods,
        context,
        false,
        List.of(),
        List.of());
  }

  /**
   * The method of an event.
   *
   * @param name the method's name
   * @param parameters one for each declared field, in order; the duration is not among them
   * @param varargs whether the last parameter, an array, is declared with {@code ...}; the tracer's methods are then, too,
   *     or the compiler warns
   */
  public record JavaMethod(String name, List<JavaParameter> parameters, boolean varargs) {
    /** Copies the list. */
    public JavaMethod {
      Objects.requireNonNull(name);
      parameters = List.copyOf(parameters);
    }

    /**
     * A method without variable arguments.
     *
     * @param name the method's name
     * @param parameters one for each declared field, in order
     */
    public JavaMethod(String name, List<JavaParameter> parameters) {
      this(name, parameters, false);
    }
  }

  /**
   * A parameter, a record's component, or a sealed interface's choice.
   *
   * @param name the name in Java
   * @param type the type in Java
   */
  public record JavaParameter(String name, JavaType type) {
    /** Checks that both parts are there. */
    public JavaParameter {
      Objects.requireNonNull(name);
      Objects.requireNonNull(type);
    }
  }
}
