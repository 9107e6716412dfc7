package org.genevent.emitter.java;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;

/** A type that is declared inside the tracer class, because the facility was not declared in Java. */
sealed interface NestedType {

  /** The name of the type. */
  ClassName name();

  /**
   * An enum with a method {@code value()}.
   *
   * @param name the name
   * @param subject what in the facility it stands for
   * @param constants the constants, one for each label
   * @param labels the labels, in order
   */
  record Enumeration(
      ClassName name, String subject, List<String> constants, List<EnumerationLabel> labels)
      implements NestedType {}

  /**
   * A record.
   *
   * @param name the name
   * @param subject what in the facility it stands for
   * @param choice the sealed interface that it is an option of, if any
   * @param components its components
   * @param members the members, in the order of the components
   */
  record Structure(
      ClassName name,
      String subject,
      Optional<ClassName> choice,
      List<JavaParameter> components,
      List<Field> members)
      implements NestedType {}

  /**
   * A sealed interface.
   *
   * @param name the name
   * @param subject what in the facility it stands for
   * @param options its records, which are declared inside it
   */
  record Choice(ClassName name, String subject, List<Structure> options) implements NestedType {}
}
