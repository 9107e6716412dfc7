package org.genevent.reader.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** Parses types and the declarations made of them. Source: CTF 1.8.3, section 7.3 and appendix C. */
final class TypeParser {

  /** The words that names of types of C are made of; a name of several words has only these. */
  private static final Set<String> TYPE_WORDS = Set.of(
      "void",
      "char",
      "short",
      "int",
      "long",
      "float",
      "double",
      "signed",
      "unsigned",
      "_Bool",
      "_Complex",
      "_Imaginary");

  private final Tokens tokens;
  private final Positions positions;
  private final ScalarTypes scalars;
  private final EnumerationParser enumerations;
  private final TypeSizes sizes = new TypeSizes();
  private int depth;

  /** A type where it is used, or a variant that still lacks its tag; the name is that of an alias, or empty. */
  private record Use(Object type, String name) {}

  TypeParser(Tokens tokens, Positions positions) {
    this.tokens = tokens;
    this.positions = positions;
    this.scalars = new ScalarTypes(tokens);
    this.enumerations = new EnumerationParser(tokens);
  }

  /** Fails if a field is mapped to a clock that is not among these; clocks may stand behind their fields. */
  void checkClocks(List<String> clocks) {
    scalars.checkClocks(clocks);
  }

  private MetadataFailure meaning(Token at, String message) {
    return tokens.failure(at, DiagnosticCode.TRACE_MEANING, message);
  }

  /** A type that fields can have. */
  WireClass type(TypeScope scope) {
    Token at = tokens.peek();
    Use use = use(scope);
    return withTag(pointed(use, scope).type(), at);
  }

  private WireClass withTag(Object type, Token at) {
    if (type instanceof WireClass wireClass) {
      return wireClass;
    }
    throw meaning(at, "the variant has no tag");
  }

  /** Whether a structure, an enumeration or a variant begins here. */
  static boolean beginsCompound(Token token) {
    return token.is("struct") || token.is("enum") || token.is("variant");
  }

  /** A structure, an enumeration or a variant that is named for later use. */
  void definition(TypeScope scope) {
    use(scope);
    tokens.expect(";");
  }

  private WireClass counted(WireClass type, Token at) {
    String excess = sizes.add(type);
    if (!excess.isEmpty()) {
      throw tokens.failure(at, DiagnosticCode.TRACE_LIMIT, excess);
    }
    return type;
  }

  private void deeper() {
    if (++depth > TypeSizes.MAX_DEPTH) {
      throw tokens.failure(
          tokens.peek(),
          DiagnosticCode.TRACE_LIMIT,
          "types are nested deeper than " + TypeSizes.MAX_DEPTH + " levels");
    }
  }

  /** A type without what belongs to the declared name: stars and brackets. */
  private Use use(TypeScope scope) {
    deeper();
    skipConst();
    Token at = tokens.peek();
    Use use = switch (at.text()) {
      case "integer" -> new Use(scalars.integer(attributes(scope)), "");
      case "floating_point" -> new Use(scalars.floating(attributes(scope)), "");
      case "string" -> new Use(string(scope), "");
      case "struct" -> new Use(structure(scope), "");
      case "enum" -> new Use(enumeration(scope), "");
      case "variant" -> new Use(variant(scope), "");
      default -> named(at, scope);
    };
    skipConst();
    depth--;
    return use;
  }

  private void skipConst() {
    while (tokens.takeIf("const")) {
      continue;
    }
  }

  private Attributes attributes(TypeScope scope) {
    return new Attributes(tokens, tokens.take()).parse(scope, this);
  }

  private Use named(Token at, TypeScope scope) {
    String name = typeName();
    Object found = scope.find(name);
    if (found == null && !tokens.peek().is("*")) {
      throw unknown(at, name, scope);
    }
    return new Use(found, name);
  }

  private MetadataFailure unknown(Token at, String name, TypeScope scope) {
    return meaning(at, "there is no type '" + name + "'" + Names.question(name, scope.names()));
  }

  /** One word, or several of C's. */
  private String typeName() {
    Token first = tokens.word("a type");
    if (!TYPE_WORDS.contains(first.text())) {
      return first.text();
    }
    StringBuilder name = new StringBuilder(first.text());
    while (true) {
      skipConst();
      if (!TYPE_WORDS.contains(tokens.peek().text())) {
        return name.toString();
      }
      name.append(' ').append(tokens.take().text());
    }
  }

  /** The type that the stars behind a name make of it: one with these stars must have been declared. */
  private Use pointed(Use use, TypeScope scope) {
    if (!tokens.peek().is("*")) {
      return use;
    }
    Token at = tokens.peek();
    String name = use.name() + stars();
    Object found = use.name().isEmpty() ? null : scope.find(name);
    if (found == null) {
      throw unknown(at, name, scope);
    }
    return new Use(found, name);
  }

  private String stars() {
    StringBuilder stars = new StringBuilder();
    while (tokens.takeIf("*")) {
      skipConst();
      stars.append(" *");
    }
    return stars.toString();
  }

  private WireClass string(TypeScope scope) {
    Token at = tokens.take();
    if (!tokens.peek().is("{")) {
      return new WireString(WireEncoding.UTF8);
    }
    return scalars.string(new Attributes(tokens, at).parse(scope, this));
  }

  private WireClass structure(TypeScope scope) {
    Token at = tokens.take();
    String name = tokens.peek().kind() == Token.Kind.WORD && !tokens.peek().is("align")
        ? tokens.take().text()
        : "";
    if (!tokens.peek().is("{")) {
      return known(at, "struct", name, scope);
    }
    List<WireMember> members = members(new TypeScope(scope));
    int alignment = 1;
    if (tokens.takeIf("align")) {
      tokens.expect("(");
      Token number = tokens.peek();
      long bits = tokens.number("an alignment");
      if (!ScalarTypes.isAlignment(bits)) {
        throw meaning(number, ScalarTypes.alignmentRule());
      }
      alignment = (int) bits;
      tokens.expect(")");
    }
    WireStructure structure = new WireStructure(members, alignment);
    counted(structure, at);
    define(at, "struct", name, structure, scope);
    return structure;
  }

  private WireClass known(Token at, String kind, String name, TypeScope scope) {
    WireClass known = scope.findClass(kind + " " + name);
    if (known == null) {
      throw name.isEmpty()
          ? tokens.syntax("'{' was expected, not " + tokens.peek().shown())
          : unknown(at, kind + " " + name, scope);
    }
    return known;
  }

  private void define(Token at, String kind, String name, Object type, TypeScope scope) {
    if (!name.isEmpty()) {
      define(at, kind + " " + name, type, scope);
    }
  }

  private void define(Token at, String name, Object type, TypeScope scope) {
    if (scope.definesHere(name)) {
      throw meaning(at, "the type '" + name + "' is defined twice");
    }
    scope.define(name, type);
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
      int definedBefore = scope.size();
      Use use = use(scope);
      // a structure, enumeration or variant without a member is there for its name
      boolean named = beginsCompound(start) && scope.size() > definedBefore;
      if (named && tokens.takeIf(";")) {
        continue;
      }
      do {
        Token at = tokens.peek();
        WireMember member = declarator(use, start, scope);
        if (!names.add(member.name())) {
          throw meaning(at, "there are two members '" + member.name() + "'");
        }
        positions.put(member, at.line(), at.column());
        members.add(member);
      } while (tokens.takeIf(","));
      tokens.expect(";");
    }
    return members;
  }

  /** A typedef or typealias; false if none comes. */
  boolean declaration(TypeScope scope) {
    if (tokens.takeIf("typedef")) {
      typedef(scope);
      return true;
    } else if (tokens.takeIf("typealias")) {
      typealias(scope);
      return true;
    }
    return false;
  }

  private void typedef(TypeScope scope) {
    Token start = tokens.peek();
    Use use = use(scope);
    do {
      Token at = tokens.peek();
      if (use.type() instanceof UntaggedVariant) {
        define(at, tokens.word("a name").text(), use.type(), scope);
      } else {
        WireMember named = declarator(use, start, scope);
        define(at, named.name(), named.wireClass(), scope);
      }
    } while (tokens.takeIf(","));
    tokens.expect(";");
  }

  private void typealias(TypeScope scope) {
    Token start = tokens.peek();
    Use use = pointed(use(scope), scope);
    Object type = use.type();
    if (type instanceof WireClass wireClass) {
      type = brackets(wireClass, scope);
    }
    tokens.expect(":=");
    skipConst();
    Token at = tokens.peek();
    String name =
        beginsCompound(at) ? tokens.take().text() + " " + tokens.word("a name").text() : typeName();
    skipConst();
    name += stars();
    if (type == null) {
      throw unknown(start, use.name(), scope);
    }
    define(at, name, type, scope);
    tokens.expect(";");
  }

  /** A name with the stars in front of it and the brackets behind it. */
  private WireMember declarator(Use use, Token start, TypeScope scope) {
    Object type = pointed(use, scope).type();
    boolean inParentheses = tokens.takeIf("(");
    String name = tokens.word("a name").text();
    if (inParentheses) {
      tokens.expect(")");
    }
    if (tokens.peek().is(":")) {
      throw meaning(
          tokens.peek(), "a member has no number of bits of its own: its type says its size");
    }
    return new WireMember(name, brackets(withTag(type, start), scope));
  }

  /** The lengths behind a name: a number makes an array, a reference a sequence; the first is the outermost. */
  private WireClass brackets(WireClass element, TypeScope scope) {
    if (!tokens.peek().is("[")) {
      return element;
    }
    deeper();
    Token start = tokens.take();
    Token at = tokens.peek();
    WireLocation location = null;
    long length = 0;
    if (at.kind() == Token.Kind.NUMBER || at.is("+") || at.is("-")) {
      length = tokens.number("a length");
      if (length < 0) {
        throw meaning(at, "an array cannot be that long");
      }
    } else {
      location = location("a length");
    }
    tokens.expect("]");
    WireClass inner = brackets(element, scope);
    depth--;
    return counted(
        location == null ? new WireArray(length, inner) : new WireSequence(location, inner), start);
  }

  /** A reference to a field: names with dots between. */
  private WireLocation location(String what) {
    Token at = tokens.peek();
    List<String> names = new ArrayList<>();
    do {
      names.add(tokens.word(what).text());
    } while (tokens.takeIf(".") || tokens.takeIf("->"));
    WireLocation location = ScopeNames.location(names);
    if (location == null) {
      throw meaning(at, "'" + String.join(".", names) + "' names a scope, not a field in it");
    }
    positions.put(location, at.line(), at.column());
    return location;
  }

  private Object variant(TypeScope scope) {
    Token at = tokens.take();
    String name = tokens.peek().kind() == Token.Kind.WORD ? tokens.take().text() : "";
    WireLocation tag = null;
    if (tokens.takeIf("<")) {
      tag = location("a tag");
      tokens.expect(">");
    }
    UntaggedVariant variant;
    if (tokens.peek().is("{")) {
      variant = new UntaggedVariant(members(new TypeScope(scope)));
      define(at, "variant", name, variant, scope);
    } else if (scope.find("variant " + name) instanceof UntaggedVariant known) {
      variant = known;
    } else {
      throw name.isEmpty()
          ? tokens.syntax("'{' was expected, not " + tokens.peek().shown())
          : unknown(at, "variant " + name, scope);
    }
    if (variant.options().isEmpty()) {
      throw meaning(at, "the variant has no option");
    }
    if (tag == null) {
      counted(new WireVariant(WireLocation.beside("tag"), variant.options()), at);
      return variant;
    }
    return counted(new WireVariant(tag, variant.options()), at);
  }

  private WireClass enumeration(TypeScope scope) {
    Token at = tokens.take();
    String name = tokens.peek().kind() == Token.Kind.WORD ? tokens.take().text() : "";
    WireClass container = null;
    if (tokens.takeIf(":")) {
      container = type(scope);
    }
    if (!tokens.peek().is("{")) {
      if (container != null) {
        throw tokens.syntax("'{' was expected, not " + tokens.peek().shown());
      }
      return known(at, "enum", name, scope);
    }
    WireClass enumeration =
        enumerations.parse(at, container == null ? scope.findClass("int") : container);
    define(at, "enum", name, enumeration, scope);
    return enumeration;
  }
}
