package org.genevent.emitter.kernel;

import java.util.List;

/** Prints the declarations of types. */
final class TypePrinter {

  private final CWriter out;

  TypePrinter(CWriter out) {
    this.out = out;
  }

  /** Prints types, each after those that it is made of. */
  void print(List<CForm> forms) {
    forms.forEach(this::print);
  }

  private void print(CForm form) {
    if (form instanceof CForm.Enumeration enumeration) {
      enumeration(enumeration.tag(), enumeration.constants());
      assertSize("enum " + enumeration.tag(), enumeration.sizeBytes());
    } else if (form instanceof CForm.Array array) {
      out.line("")
          .open("struct " + array.tag() + " {")
          .line(Declarator.type(array.element()) + " items[" + array.count() + "];")
          .close("};");
    } else if (form instanceof CForm.Sequence sequence && !sequence.custom()) {
      out.line("")
          .open("struct " + sequence.tag() + " {")
          .line("size_t length;")
          .line(Declarator.pointer(sequence.element()) + "elements;")
          .close("};");
    } else if (form instanceof CForm.Structure structure) {
      out.line("");
      structure(structure);
    } else if (form instanceof CForm.Union union) {
      out.line("");
      members("union " + union.tag(), union.members(), "};");
      out.line("_Static_assert(sizeof(union " + union.tag() + ") >= " + union.sizeBytes()
          + ", \"genevent: union " + union.tag() + " is smaller than planned\");");
    } else if (form instanceof CForm.Variant variant) {
      variant(variant);
    }
  }

  /** Prints a structure that callers fill in. */
  void structure(CForm.Structure structure) {
    members("struct " + structure.tag(), structure.members(), "};");
  }

  private void members(String head, List<CForm.Member> members, String end) {
    out.open(head + " {");
    if (members.isEmpty()) {
      out.line("/* C has no structure without a member; this one is not in the trace. */")
          .line("char unused;");
    }
    for (CForm.Member member : members) {
      out.comment(member.field().description())
          .line(Declarator.member(member.form(), member.name()) + ";");
    }
    out.close(end);
  }

  private void enumeration(String tag, List<CForm.Constant> constants) {
    out.line("").open("enum " + tag + " {");
    for (CForm.Constant constant : constants) {
      out.comment(constant.description())
          .line(constant.name() + " = " + number(constant.value()) + ",");
    }
    out.close("};");
  }

  /** An integer constant; the lowest ones cannot be written with a minus sign in front. */
  private static String number(long value) {
    return value == Integer.MIN_VALUE || value == Long.MIN_VALUE
        ? "(" + (value + 1) + " - 1)"
        : String.valueOf(value);
  }

  private void variant(CForm.Variant variant) {
    enumeration(variant.tagType(), variant.constants());
    out.line("").open("struct " + variant.tag() + " {").line("enum " + variant.tagType() + " tag;");
    members("union", variant.options(), "} option;");
    out.close("};");
  }

  private void assertSize(String type, int sizeBytes) {
    out.line("GEV_ASSERT_SIZE(" + type + ", " + sizeBytes + ");");
  }
}
