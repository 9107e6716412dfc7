package org.genevent.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An event as the call of its method.
 *
 * @param method the method's name
 * @param arguments the values, of the types that the method has; null where a value is absent
 * @param fields the names of the fields in the trace, one for each argument
 * @param timestampNanos nanoseconds since the epoch
 * @param durationNanos how long it took; 0 for events without {@code @Duration}
 * @param context the record of the facility's context, if it declares one
 */
public record TracedCall(
    String method,
    List<Object> arguments,
    List<String> fields,
    long timestampNanos,
    long durationNanos,
    Optional<Record> context) {
  /** Copies the lists. */
  public TracedCall {
    Objects.requireNonNull(method);
    arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    fields = List.copyOf(fields);
    Objects.requireNonNull(context);
  }

  static String text(String method, List<?> arguments) {
    List<String> texts = new ArrayList<>();
    arguments.forEach(argument -> texts.add(Arguments.text(argument)));
    return method + "(" + String.join(", ", texts) + ")";
  }

  static String text(String method, Object... arguments) {
    return text(method, Arrays.asList(arguments));
  }

  /** The call as it would stand in a program. */
  @Override
  public String toString() {
    return text(method, arguments);
  }
}
