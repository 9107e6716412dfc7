package org.genevent.reader.metadata;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Nearest;
import org.genevent.model.DisplayBase;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** Parses types and the declarations made of them. */
final class TypeParser {

  /** The deepest nesting of types in the text. */
  private static final int MAX_DEPTH = 64;

  private static final int MAX_ALIGNMENT_BITS = 1 << 20;

  /** A wrong name is compared with at most so many known ones. */
  private static final int MAX_COMPARED = 1000;

  private final Tokens tokens;
  private final Map<String, Token> clockUses = new LinkedHashMap<>();
  private int depth;

  TypeParser(Tokens tokens) {
    this.tokens = tokens;
  }

  private MetadataFailure meaning(Token at, String message) {
    return tokens.failure(at, DiagnosticCode.TRACE_MEANING, message);
  }

  /** A type that fields can have. */
  WireClass type(TypeScope scope) {
    Token at = tokens.peek();
    return withTag(anyType(scope), at);
  }

  private WireClass withTag(Object type, Token at) {
    if (type instanceof WireClass wireClass) {
      return wireClass;
    }
    throw meaning(at, "the variant has no tag");
  }

  /** A structure, an enumeration or a variant that is named for later use. */
  void definition(TypeScope scope) {
    anyType(scope);
  }

  /** A type, or a variant that still lacks its tag. */
  private Object anyType(TypeScope scope) {
    Token at = tokens.peek();
    if (++depth > MAX_DEPTH) {
      throw tokens.failure(
          at, DiagnosticCode.TRACE_LIMIT, "types are nested deeper than " + MAX_DEPTH + " levels");
    }
    try {
      while (tokens.takeIf("const")) {
        at = tokens.peek();
      }
      return switch (tokens.peek().text()) {
        case "integer" -> integer(new Attributes(tokens, tokens.take()).parse(scope, this));
        case "floating_point" -> floating(new Attributes(tokens, tokens.take()).parse(scope, this));
        case "string" -> string(scope);
        case "struct" -> structure(scope);
        case "enum" -> enumeration(scope);
        case "variant" -> variant(scope);
        default -> named(at, scope);
      };
    } finally {
      depth--;
    }
  }

  private Object named(Token at, TypeScope scope) {
    StringBuilder name = new StringBuilder(tokens.word("a type").text());
    // a name may have several words, as in "unsigned long"; the longest known one is meant
    Object found = scope.find(name.toString());
    while (tokens.peek().kind() == Token.Kind.WORD) {
      String longer = name + " " + tokens.peek().text();
      Object better = scope.find(longer);
      if (better == null && found != null) {
        break;
      }
      if (better == null && longer.length() > 200) {
        break;
      }
      found = better;
      name.append(' ').append(tokens.take().text());
    }
    if (found == null) {
      String first = at.text();
      throw meaning(at, "there is no type '" + first + "'" + question(first, scope.names()));
    }
    return found;
  }

  private WireClass string(TypeScope scope) {
    Token at = tokens.take();
    if (!tokens.peek().is("{")) {
      return new WireString(WireEncoding.UTF8);
    }
    Attributes attributes = new Attributes(tokens, at).parse(scope, this);
    WireEncoding encoding = encoding(attributes);
    return new WireString(encoding == WireEncoding.NONE ? WireEncoding.UTF8 : encoding);
  }

  private static WireEncoding encoding(Attributes attributes) {
    String word = attributes.word("encoding", "none");
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "NONE" -> WireEncoding.NONE;
      case "UTF8" -> WireEncoding.UTF8;
      case "ASCII" -> WireEncoding.ASCII;
      default -> throw attributes.wrong("encoding", "the encodings are none, UTF8 and ASCII");
    };
  }

  private static Optional<ByteOrder> byteOrder(Attributes attributes) {
    return switch (attributes.word("byte_order", "native")) {
      case "native" -> Optional.empty();
      case "be", "network" -> Optional.of(ByteOrder.BIG_ENDIAN);
      case "le" -> Optional.of(ByteOrder.LITTLE_ENDIAN);
      default ->
        throw attributes.wrong("byte_order", "the byte orders are native, network, be and le");
    };
  }

  private static int alignment(Attributes attributes, int otherwise) {
    long bits = attributes.number("align", otherwise);
    if (bits < 1 || bits > MAX_ALIGNMENT_BITS || Long.bitCount(bits) != 1) {
      throw attributes.wrong("align", "an alignment is a power of two, in bits");
    }
    return (int) bits;
  }

  /** Fails if a field is mapped to a clock that is not among these; clocks may stand behind their fields. */
  void checkClocks(List<String> clocks) {
    for (Map.Entry<String, Token> use : clockUses.entrySet()) {
      if (!clocks.contains(use.getKey())) {
        throw meaning(
            use.getValue(),
            "there is no clock '" + use.getKey() + "'" + question(use.getKey(), clocks));
      }
    }
  }

  private static String question(String name, List<String> known) {
    String question =
        Nearest.question(name, known.subList(0, Math.min(known.size(), MAX_COMPARED)));
    return question.isEmpty() ? "" : ": " + question;
  }

  private WireInteger integer(Attributes attributes) {
    long size = attributes.number("size", 0);
    if (size < 1 || size > 64) {
      throw attributes.wrong("size", "an integer has 1 to 64 bits");
    }
    boolean signed = switch (attributes.word("signed", "false").toLowerCase(Locale.ROOT)) {
      case "false", "0" -> false;
      case "true", "1" -> true;
      default -> throw attributes.wrong("signed", "it is true or false");
    };
    attributes.clock().ifPresent(clock -> clockUses.putIfAbsent(clock, attributes.at("map")));
    return new WireInteger(
        (int) size,
        alignment(attributes, size % 8 == 0 ? 8 : 1),
        signed,
        byteOrder(attributes),
        base(attributes),
        encoding(attributes),
        attributes.clock());
  }

  private static DisplayBase base(Attributes attributes) {
    return switch (attributes.word("base", "decimal")) {
      case "decimal", "dec", "d", "i", "u", "10" -> DisplayBase.DECIMAL;
      case "hexadecimal", "hex", "x", "X", "p", "16" -> DisplayBase.HEXADECIMAL;
      case "octal", "oct", "o", "8" -> DisplayBase.OCTAL;
      case "binary", "b", "2" -> DisplayBase.BINARY;
      default -> throw attributes.wrong("base", "the bases are 2, 8, 10 and 16");
    };
  }

  private WireFloat floating(Attributes attributes) {
    long exponent = attributes.number("exp_dig", 0);
    long mantissa = attributes.number("mant_dig", 0);
    if (!(exponent == 8 && mantissa == 24) && !(exponent == 11 && mantissa == 53)) {
      throw attributes.wrong("exp_dig", "the numbers are of 8 + 24 or 11 + 53 bits");
    }
    return new WireFloat(
        (int) exponent, (int) mantissa, alignment(attributes, 8), byteOrder(attributes));
  }

  private WireClass structure(TypeScope scope) {
    Token at = tokens.take();
    String name = tokens.peek().kind() == Token.Kind.WORD && !tokens.peek().is("align")
        ? tokens.take().text()
        : "";
    if (!tokens.peek().is("{")) {
      WireClass known = scope.findClass("struct " + name);
      if (known == null) {
        throw meaning(at, "there is no 'struct " + name + "'");
      }
      return known;
    }
    List<WireMember> members = members(new TypeScope(scope));
    int alignment = 1;
    if (tokens.takeIf("align")) {
      tokens.expect("(");
      Token number = tokens.peek();
      long bits = tokens.number("an alignment");
      if (bits < 1 || bits > MAX_ALIGNMENT_BITS || Long.bitCount(bits) != 1) {
        throw meaning(number, "an alignment is a power of two, in bits");
      }
      alignment = (int) bits;
      tokens.expect(")");
    }
    WireStructure structure = new WireStructure(members, alignment);
    define(at, "struct", name, structure, scope);
    return structure;
  }

  private void define(Token at, String kind, String name, Object type, TypeScope scope) {
    if (!name.isEmpty()) {
      String full = kind + " " + name;
      if (scope.definesHere(full)) {
        throw meaning(at, "'" + full + "' is defined twice");
      }
      scope.define(full, type);
    }
  }

  /** The members between braces; types that are declared there are known there only. */
  private List<WireMember> members(TypeScope scope) {
    List<WireMember> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    tokens.expect("{");
    while (!tokens.takeIf("}")) {
      if (declaration(scope)) {
        continue;
      }
      Token start = tokens.peek();
      Object declared = anyType(scope);
      // a structure, enumeration or variant without a member is there for its name
      boolean nameOnly = start.is("struct") || start.is("enum") || start.is("variant");
      if (!nameOnly || !tokens.takeIf(";")) {
        WireClass type = withTag(declared, start);
        do {
          Token at = tokens.peek();
          WireMember member = declarator(type, scope);
          if (!names.add(member.name())) {
            throw meaning(at, "there are two members '" + member.name() + "'");
          }
          members.add(member);
        } while (tokens.takeIf(","));
        tokens.expect(";");
      }
    }
    return members;
  }

  /** A typedef or typealias; false if none comes. */
  boolean declaration(TypeScope scope) {
    if (tokens.takeIf("typedef")) {
      Object type = anyType(scope);
      do {
        Token at = tokens.peek();
        if (type instanceof WireClass wireClass) {
          WireMember named = declarator(wireClass, scope);
          define(at, named.name(), named.wireClass(), scope);
        } else {
          define(at, tokens.word("a name").text(), type, scope);
        }
      } while (tokens.takeIf(","));
      tokens.expect(";");
      return true;
    } else if (tokens.takeIf("typealias")) {
      Object type = anyType(scope);
      if (type instanceof WireClass wireClass) {
        type = brackets(wireClass, scope);
      }
      tokens.expect(":=");
      Token at = tokens.peek();
      define(at, aliasName(), type, scope);
      tokens.expect(";");
      return true;
    }
    return false;
  }

  private void define(Token at, String name, Object type, TypeScope scope) {
    if (scope.definesHere(name)) {
      throw meaning(at, "the type '" + name + "' is defined twice");
    }
    scope.define(name, type);
  }

  private String aliasName() {
    StringBuilder name = new StringBuilder(tokens.word("a name").text());
    while (tokens.peek().kind() == Token.Kind.WORD) {
      name.append(' ').append(tokens.take().text());
    }
    while (tokens.takeIf("*")) {
      name.append(" *");
    }
    return name.toString();
  }

  private WireMember declarator(WireClass type, TypeScope scope) {
    String name = tokens.word("a name").text();
    return new WireMember(name, brackets(type, scope));
  }

  /** The lengths behind a name: a number makes an array, a reference a sequence; the first is the outermost. */
  private WireClass brackets(WireClass element, TypeScope scope) {
    if (!tokens.takeIf("[")) {
      return element;
    }
    if (++depth > MAX_DEPTH) {
      throw tokens.failure(
          tokens.peek(),
          DiagnosticCode.TRACE_LIMIT,
          "types are nested deeper than " + MAX_DEPTH + " levels");
    }
    Token at = tokens.peek();
    String reference = "";
    long length = 0;
    if (at.kind() == Token.Kind.NUMBER) {
      length = tokens.number("a length");
      if (length < 0) {
        throw meaning(at, "an array cannot be that long");
      }
    } else {
      reference = path();
    }
    tokens.expect("]");
    WireClass inner = brackets(element, scope);
    depth--;
    return reference.isEmpty() ? new WireArray(length, inner) : new WireSequence(reference, inner);
  }

  /** A reference to a field: names with dots between. */
  String path() {
    StringBuilder path = new StringBuilder(tokens.word("a field").text());
    while (tokens.takeIf(".")) {
      path.append('.').append(tokens.word("a field").text());
    }
    return path.toString();
  }

  private Object variant(TypeScope scope) {
    Token at = tokens.take();
    String name = tokens.peek().kind() == Token.Kind.WORD ? tokens.take().text() : "";
    String tag = "";
    if (tokens.takeIf("<")) {
      tag = path();
      tokens.expect(">");
    }
    UntaggedVariant variant;
    if (tokens.peek().is("{")) {
      variant = new UntaggedVariant(members(new TypeScope(scope)));
      define(at, "variant", name, variant, scope);
    } else if (scope.find("variant " + name) instanceof UntaggedVariant known) {
      variant = known;
    } else {
      throw meaning(at, "there is no 'variant " + name + "'");
    }
    if (variant.options().isEmpty()) {
      throw meaning(at, "the variant has no option");
    }
    return tag.isEmpty() ? variant : new WireVariant(tag, variant.options());
  }

  private WireClass enumeration(TypeScope scope) {
    Token at = tokens.take();
    String name = tokens.peek().kind() == Token.Kind.WORD ? tokens.take().text() : "";
    WireClass container = null;
    if (tokens.takeIf(":")) {
      container = type(scope);
    }
    if (!tokens.peek().is("{")) {
      WireClass known = container == null ? scope.findClass("enum " + name) : null;
      if (known == null) {
        throw meaning(at, "there is no 'enum " + name + "'");
      }
      return known;
    }
    if (container == null) {
      container = scope.findClass("int");
    }
    if (!(container instanceof WireInteger integer)) {
      throw meaning(
          at, "the enumeration is not over an integer; without one there must be a type 'int'");
    }
    WireEnumeration enumeration = new WireEnumeration(integer, mappings(integer));
    define(at, "enum", name, enumeration, scope);
    return enumeration;
  }

  private List<WireEnumeration.Mapping> mappings(WireInteger container) {
    List<WireEnumeration.Mapping> mappings = new ArrayList<>();
    tokens.expect("{");
    long next = 0;
    while (!tokens.takeIf("}")) {
      Token label = tokens.peek();
      if (label.kind() != Token.Kind.WORD && label.kind() != Token.Kind.STRING) {
        throw tokens.syntax("a label was expected, not " + label.shown());
      }
      tokens.take();
      long first = next;
      long last = next;
      if (tokens.takeIf("=")) {
        first = tokens.number("a value");
        last = tokens.takeIf("...") ? tokens.number("a value") : first;
      }
      boolean reversed = container.signed() ? last < first : Long.compareUnsigned(last, first) < 0;
      if (reversed) {
        throw meaning(label, "the label stands for a range that ends before it begins");
      }
      mappings.add(new WireEnumeration.Mapping(label.text(), first, last));
      next = last + 1;
      if (!tokens.takeIf(",") && !tokens.peek().is("}")) {
        throw tokens.syntax("',' or '}' was expected, not " + tokens.peek().shown());
      }
    }
    return mappings;
  }
}
