package org.genevent.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What to pass instead of a type that no field can have. */
final class UnsupportedType {

  /** By qualified name of the type or of one that it is made from; the first that fits counts. */
  private static final Map<String, String> FIXES = new LinkedHashMap<>();

  static {
    FIXES.put("java.util.Map", "pass an array of records with a key and a value");
    FIXES.put("java.lang.Iterable", "pass an array");
    FIXES.put("java.util.Iterator", "pass an array");
    FIXES.put("java.util.stream.BaseStream", "pass an array");
    FIXES.put("java.nio.Buffer", "pass an array, or a ByteBuffer");
    FIXES.put("java.lang.Throwable", "pass its class's name and its message as String");
    FIXES.put("java.lang.Class", "pass its name as String");
    FIXES.put("java.lang.CharSequence", "declare it as CharSequence");
    FIXES.put(
        "java.time.Duration",
        "pass nanoseconds as long; for the event's own length, use @Duration");
    FIXES.put(
        "java.time.Instant", "pass nanoseconds as long; the event's own time is always recorded");
    FIXES.put(
        "java.time.temporal.TemporalAccessor", "pass a number of seconds or nanoseconds as long");
    FIXES.put("java.util.Date", "pass milliseconds as long");
    FIXES.put("java.util.UUID", "pass its two halves as @Hex long, or its text");
    FIXES.put("java.util.concurrent.atomic.AtomicBoolean", "pass what it holds");
    FIXES.put("java.lang.Number", "pass a primitive, or its text");
    FIXES.put("java.util.Optional", "write Optional with one type, not optional itself");
    FIXES.put(
        "java.util.function.Supplier",
        "ask isXEnabled() of the tracer before working out a costly value");
  }

  private UnsupportedType() {}

  static String fix(TypeMirror type) {
    Optional<TypeElement> element = Shapes.element(type);
    if (element.isEmpty()) {
      return "";
    }
    for (Map.Entry<String, String> entry : FIXES.entrySet()) {
      if (Shapes.isOrInherits(element.get(), entry.getKey())) {
        return entry.getValue();
      }
    }
    String name = element.get().getSimpleName().toString();
    if (name.equals("Object")) {
      return "pass its text, or declare the type";
    }
    String pass = "pass a record with what matters of it";
    boolean isForeign = Shapes.qualifiedName(element.get()).startsWith("java");
    if (isForeign || element.get().getKind() == ElementKind.ANNOTATION_TYPE) {
      return pass;
    }
    return element.get().getKind() == ElementKind.INTERFACE
        ? "make '" + name + "' a sealed interface of records, or " + pass
        : "make '" + name + "' a record, or " + pass;
  }
}
