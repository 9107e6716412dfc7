package org.genevent.reader.metadata.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.genevent.reader.metadata.Names;

/** The properties of an object. Each that is asked for is known; {@link #end} finds those that nobody asked for. */
final class Properties {

  private static final BigInteger MAX_SIGNED = BigInteger.valueOf(Long.MAX_VALUE);

  private final Problems problems;
  private final Json object;
  private final String what;
  private final Set<String> known = new HashSet<>();
  private final Set<String> asked = new HashSet<>();

  /**
   * Takes an object.
   *
   * @param problems makes failures
   * @param value what should be the object
   * @param what what it is, for messages
   */
  Properties(Problems problems, Json value, String what) {
    this.problems = problems;
    this.object = value;
    this.what = what;
    if (!value.isObject()) {
      throw problems.meaning(value, what + " is an object, not " + value.shown());
    }
  }

  Json object() {
    return object;
  }

  Optional<Json> optional(String name) {
    known.add(name);
    return Optional.ofNullable(object.members().get(name));
  }

  Json required(String name) {
    return optional(name)
        .orElseThrow(() -> problems.meaning(object, what + " has no '" + name + "'"));
  }

  String text(String name) {
    return text(name, required(name));
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(value -> text(name, value));
  }

  private String text(String name, Json value) {
    if (!value.isText()) {
      throw problems.meaning(value, "'" + name + "' is a string, not " + value.shown());
    }
    return (String) value.value();
  }

  /** An integer that is not negative. */
  long unsigned(String name, long otherwise) {
    return optional(name).map(value -> unsigned(name, value)).orElse(otherwise);
  }

  long requiredUnsigned(String name) {
    return unsigned(name, required(name));
  }

  private long unsigned(String name, Json value) {
    if (!(value.value() instanceof BigInteger number)
        || number.signum() < 0
        || number.compareTo(MAX_SIGNED) > 0) {
      throw problems.meaning(
          value, "'" + name + "' is an integer from 0 to 2^63 - 1, not " + value.shown());
    }
    return number.longValue();
  }

  long signed(String name, long otherwise) {
    Optional<Json> value = optional(name);
    if (value.isEmpty()) {
      return otherwise;
    } else if (value.get().value() instanceof BigInteger number && number.bitLength() < 64) {
      return number.longValue();
    }
    throw problems.meaning(
        value.get(),
        "'" + name + "' is an integer of 64 bits, not " + value.get().shown());
  }

  /** An id: an unsigned integer of 64 bits, as its bits. */
  long id(String name) {
    Optional<Json> value = optional(name);
    if (value.isEmpty()) {
      return 0;
    } else if (value.get().value() instanceof BigInteger number
        && number.signum() >= 0
        && number.bitLength() <= 64) {
      return number.longValue();
    }
    throw problems.meaning(
        value.get(),
        "'" + name + "' is an integer from 0 to 2^64 - 1, not " + value.get().shown());
  }

  List<Json> array(String name) {
    Json value = required(name);
    if (!value.isArray()) {
      throw problems.meaning(value, "'" + name + "' is an array, not " + value.shown());
    }
    return value.elements();
  }

  Map<String, Json> map(String name) {
    return optional(name)
        .map(value -> {
          if (!value.isObject()) {
            throw problems.meaning(value, "'" + name + "' is an object, not " + value.shown());
          }
          return value.members();
        })
        .orElseGet(LinkedHashMap::new);
  }

  /** An attribute, if it is as it should be; who asks for it has a place for it. */
  Optional<Json> attribute(String namespace, String name, Predicate<Json> form) {
    Optional<Json> attribute = Optional.ofNullable(map("attributes").get(namespace))
        .filter(Json::isObject)
        .map(values -> values.members().get(name))
        .filter(form);
    if (attribute.isPresent()) {
      asked.add(namespace + "/" + name);
    }
    return attribute;
  }

  /** Takes an attribute that nobody asked for; its name is empty if it stands in place of all names of its namespace. */
  interface AttributeTaker {
    void take(String namespace, String name, Json value);
  }

  /** Gives all attributes that nobody asked for; by this they are asked for. */
  void attributes(AttributeTaker taker) {
    map("attributes").forEach((namespace, names) -> {
      if (!names.isObject()) {
        attribute(namespace, "", names, taker);
      } else {
        names.members().forEach((name, value) -> attribute(namespace, name, value, taker));
      }
    });
  }

  private void attribute(String namespace, String name, Json value, AttributeTaker taker) {
    if (asked.add(namespace + "/" + name)) {
      taker.take(namespace, name, value);
    }
  }

  /** Fails if the object has a property that nobody asked for. */
  void end() {
    attributes((namespace, name, value) -> problems.unplaced(namespace, name));
    map("extensions");
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      if (!known.contains(member.getKey())) {
        List<String> names = new ArrayList<>(known);
        names.sort(null);
        throw problems.meaning(
            member.getValue(),
            what + " has no property '" + member.getKey() + "'"
                + Names.question(member.getKey(), names));
      }
    }
  }
}
