package org.genevent.declared;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arguments as text, with the types that Java gave them. */
final class ArgumentText {

  private ArgumentText() {}

  static String of(Object value) throws ReflectiveOperationException {
    if (value == null) {
      return "null";
    } else if (value instanceof CharSequence text) {
      return '"' + text.toString().replace("\n", "\\n") + '"';
    } else if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? "empty" : "Optional(" + of(optional.get()) + ")";
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return "ByteBuffer" + of(copy).substring("byte".length());
    } else if (value.getClass().isArray()) {
      List<String> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(of(Array.get(value, i)));
      }
      return value.getClass().getComponentType().getSimpleName() + elements;
    } else if (value instanceof Record) {
      List<String> components = new ArrayList<>();
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        components.add(component.getName() + "=" + of(component.getAccessor().invoke(value)));
      }
      return value.getClass().getSimpleName() + components;
    } else if (value instanceof Character character) {
      return "'" + character + "'";
    }
    return value.toString();
  }
}
