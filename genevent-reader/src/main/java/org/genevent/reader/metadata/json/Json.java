package org.genevent.reader.metadata.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a JSON document, and where it stands.
 *
 * @param value a {@link Map}, a {@link List}, a {@link String}, a {@link BigInteger}, a {@link Double}, a {@link Boolean},
 *     or null
 * @param line its line, from 1
 * @param column its column, from 1
 */
record Json(Object value, int line, int column) {

  @SuppressWarnings("unchecked")
  Map<String, Json> members() {
    return (Map<String, Json>) value;
  }

  @SuppressWarnings("unchecked")
  List<Json> elements() {
    return (List<Json>) value;
  }

  /** The value without places: {@link Map}, {@link List}, {@link String}, {@link Number}, {@link Boolean}, or null. */
  Object plain() {
    if (isObject()) {
      Map<String, Object> plain = new LinkedHashMap<>();
      members().forEach((name, member) -> plain.put(name, member.plain()));
      return plain;
    } else if (isArray()) {
      List<Object> plain = new ArrayList<>();
      elements().forEach(element -> plain.add(element.plain()));
      return plain;
    }
    return value;
  }

  boolean isObject() {
    return value instanceof Map;
  }

  boolean isArray() {
    return value instanceof List;
  }

  boolean isText() {
    return value instanceof String;
  }

  /** The value as a message names it. */
  String shown() {
    if (value == null) {
      return "null";
    } else if (isObject()) {
      return "an object";
    } else if (isArray()) {
      return "an array";
    } else if (value instanceof String text) {
      return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
    return value.toString();
  }
}
