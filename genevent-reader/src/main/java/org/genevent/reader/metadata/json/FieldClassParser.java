package org.genevent.reader.metadata.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireDynamicBlob;
import org.genevent.model.trace.WireDynamicText;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireRange;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireText;
import org.genevent.reader.metadata.Names;
import org.genevent.reader.metadata.Positions;
import org.genevent.reader.metadata.TypeSizes;

/** Parses field classes. Source: CTF2-SPEC-2.0, "Field classes". */
final class FieldClassParser {

  private static final List<String> TYPES = List.of(
      "fixed-length-bit-array",
      "fixed-length-bit-map",
      "fixed-length-boolean",
      "fixed-length-unsigned-integer",
      "fixed-length-signed-integer",
      "fixed-length-floating-point-number",
      "variable-length-unsigned-integer",
      "variable-length-signed-integer",
      "null-terminated-string",
      "static-length-string",
      "dynamic-length-string",
      "static-length-blob",
      "dynamic-length-blob",
      "structure",
      "static-length-array",
      "dynamic-length-array",
      "optional",
      "variant");

  private static final int UUID_BYTES = 16;

  private final Problems problems;
  private final Positions positions;
  private final NumberParser numbers;
  private final RangeParser ranges;
  private final LocationParser locations;
  private final TypeSizes sizes = new TypeSizes();
  private final Map<String, WireClass> aliases = new LinkedHashMap<>();

  FieldClassParser(Problems problems, Positions positions) {
    this.problems = problems;
    this.positions = positions;
    ranges = new RangeParser(problems);
    numbers = new NumberParser(problems, ranges);
    locations = new LocationParser(problems, positions);
  }

  /** Gives a field class a name for later use. */
  void alias(String name, Json at, Json fieldClass) {
    if (aliases.containsKey(name)) {
      throw problems.meaning(at, "there are two field class aliases '" + name + "'");
    }
    aliases.put(name, parse(fieldClass));
  }

  /** A field class, or the name of one. */
  WireClass parse(Json value) {
    if (value.isText()) {
      WireClass known = aliases.get((String) value.value());
      if (known == null) {
        throw problems.meaning(
            value,
            "there is no field class alias " + value.shown()
                + Names.question((String) value.value(), List.copyOf(aliases.keySet())));
      }
      return known;
    }
    Properties properties = new Properties(problems, value, "a field class");
    Json type = properties.required("type");
    WireClass parsed = parse(properties, type);
    properties.end();
    String excess = sizes.add(parsed);
    if (!excess.isEmpty()) {
      throw problems.limit(value, excess);
    }
    positions.put(parsed, value.line(), value.column());
    return parsed;
  }

  private WireClass parse(Properties properties, Json type) {
    String name = type.isText() ? (String) type.value() : "";
    return switch (name) {
      case "fixed-length-bit-array" -> numbers.bits(properties);
      case "fixed-length-bit-map" -> numbers.bitMap(properties);
      case "fixed-length-boolean" -> numbers.truth(properties);
      case "fixed-length-unsigned-integer" -> numbers.integer(properties, false);
      case "fixed-length-signed-integer" -> numbers.integer(properties, true);
      case "fixed-length-floating-point-number" -> numbers.floating(properties);
      case "variable-length-unsigned-integer" -> numbers.variable(properties, false);
      case "variable-length-signed-integer" -> numbers.variable(properties, true);
      case "null-terminated-string" -> new WireString(encoding(properties));
      case "static-length-string" ->
        new WireText(properties.requiredUnsigned("length"), encoding(properties));
      case "dynamic-length-string" ->
        new WireDynamicText(location(properties, "length-field-location"), encoding(properties));
      case "static-length-blob" -> blob(properties);
      case "dynamic-length-blob" ->
        new WireDynamicBlob(location(properties, "length-field-location"), mediaType(properties));
      case "structure" -> structure(properties);
      case "static-length-array" ->
        new WireArray(
            properties.requiredUnsigned("length"),
            parse(properties.required("element-field-class")),
            numbers.alignment(properties, "minimum-alignment"));
      case "dynamic-length-array" ->
        new WireSequence(
            location(properties, "length-field-location"),
            parse(properties.required("element-field-class")),
            numbers.alignment(properties, "minimum-alignment"));
      case "optional" -> optional(properties);
      case "variant" -> variant(properties);
      default ->
        throw problems.meaning(
            type, "there is no type of field class " + type.shown() + Names.question(name, TYPES));
    };
  }

  private WireEncoding encoding(Properties properties) {
    return properties
        .optional("encoding")
        .map(value -> switch (value.isText() ? (String) value.value() : "") {
          case "utf-8" -> WireEncoding.UTF8;
          case "utf-16be" -> WireEncoding.UTF16BE;
          case "utf-16le" -> WireEncoding.UTF16LE;
          case "utf-32be" -> WireEncoding.UTF32BE;
          case "utf-32le" -> WireEncoding.UTF32LE;
          default ->
            throw problems.meaning(
                value,
                "the encodings are utf-8, utf-16be, utf-16le, utf-32be and utf-32le, not "
                    + value.shown());
        })
        .orElse(WireEncoding.UTF8);
  }

  private WireLocation location(Properties properties, String name) {
    return locations.parse(properties.required(name));
  }

  private static String mediaType(Properties properties) {
    return properties.optionalText("media-type").orElse(WireBlob.ANY_TYPE);
  }

  private WireClass blob(Properties properties) {
    long length = properties.requiredUnsigned("length");
    Set<FieldRole> roles = numbers.roles(properties, Set.of(FieldRole.METADATA_STREAM_UUID));
    if (!roles.isEmpty() && length != UUID_BYTES) {
      throw problems.meaning(properties.object(), "a uuid has 16 bytes, not " + length);
    }
    return new WireBlob(length, mediaType(properties), roles);
  }

  /** A structure, also where nothing else may stand. */
  WireStructure structure(Json value, String what) {
    if (parse(value) instanceof WireStructure structure) {
      return structure;
    }
    throw problems.meaning(value, "'" + what + "' is a structure");
  }

  private WireClass structure(Properties properties) {
    List<WireMember> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Json> classes = properties.optional("member-classes").isPresent()
        ? properties.array("member-classes")
        : List.of();
    for (Json value : classes) {
      Properties member = new Properties(problems, value, "a member class");
      String name = member.text("name");
      WireClass wire = parse(member.required("field-class"));
      String description = OwnAttributes.description(member);
      member.end();
      if (!names.add(name)) {
        throw problems.meaning(value, "there are two members '" + name + "'");
      }
      WireMember parsed = new WireMember(ModelNames.of(name), wire, description);
      positions.put(parsed, value.line(), value.column());
      members.add(parsed);
    }
    return new WireStructure(members, numbers.alignment(properties, "minimum-alignment"));
  }

  private WireClass optional(Properties properties) {
    return new WireOptional(
        location(properties, "selector-field-location"),
        properties.optional("selector-field-ranges").map(ranges::parse).orElse(List.of()),
        parse(properties.required("field-class")));
  }

  private WireClass variant(Properties properties) {
    List<WireChoice.Option> options = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<WireRange> taken = new ArrayList<>();
    for (Json value : properties.array("options")) {
      Properties option = new Properties(problems, value, "an option");
      Optional<String> name = option.optionalText("name");
      List<WireRange> chosenBy = ranges.parse(option.required("selector-field-ranges"));
      WireClass wire = parse(option.required("field-class"));
      String description = OwnAttributes.description(option);
      option.end();
      if (name.isPresent() && !names.add(name.get())) {
        throw problems.meaning(value, "there are two options '" + name.get() + "'");
      }
      taken.addAll(chosenBy);
      options.add(new WireChoice.Option(name.map(ModelNames::of), chosenBy, wire, description));
    }
    if (options.isEmpty()) {
      throw problems.meaning(properties.object(), "the variant has no option");
    }
    if (numbers.overlap(taken)) {
      throw problems.meaning(properties.object(), "the same value chooses two options");
    }
    return new WireChoice(location(properties, "selector-field-location"), options);
  }
}
