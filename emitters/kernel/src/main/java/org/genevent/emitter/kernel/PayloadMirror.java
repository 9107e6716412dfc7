package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.layout.Position;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;

/**
 * A structure with a member for each step that lies at the same place in every payload: it shows the layout, lets the
 * compiler check it, and takes the stores.
 */
final class PayloadMirror {

  /**
   * A member.
   *
   * @param name its name
   * @param declaration its type and name
   * @param offsetBytes where the plan has it
   * @param sizeBytes its size in the plan
   * @param label the field in the words of the user, or empty for padding
   */
  record Member(String name, String declaration, int offsetBytes, int sizeBytes, String label) {}

  private final String tag;
  private final List<Member> members = new ArrayList<>();
  private final Map<PlanStep, Member> byStep = new IdentityHashMap<>();

  PayloadMirror(String tag, List<PlanStep> steps, CValues values) {
    this.tag = tag;
    CNames.Scope names = new CNames.Scope(List.of());
    for (PlanStep step : steps) {
      Member member = member(step, values, names);
      if (member != null) {
        members.add(member);
        byStep.put(step, member);
      }
    }
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  String tag() {
    return tag;
  }

  /** The member of a step, or null if the step is not among them. */
  Member of(PlanStep step) {
    return byStep.get(step);
  }

  /** Prints the structure and what has to hold for it. */
  void print(CWriter out, String comment) {
    if (members.isEmpty()) {
      return;
    }
    out.line("").comment(comment).open("struct " + tag + " {");
    int column = 0;
    for (Member member : members) {
      column = Math.max(column, member.declaration().length() + 1);
    }
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      out.line(aligned(member.declaration() + ";", column) + "/* " + comment(i) + " */");
    }
    out.close("} GEV_PAYLOAD;");
    for (Member member : members) {
      if (!member.label().isEmpty()) {
        out.line("GEV_ASSERT_PLACE(struct " + tag + ", " + member.name() + ", "
            + member.offsetBytes() + ", " + member.sizeBytes() + ");");
      }
    }
  }

  private String comment(int index) {
    Member member = members.get(index);
    String at = "offset " + member.offsetBytes();
    if (!member.label().isEmpty()) {
      return at;
    }
    String next =
        index + 1 < members.size() ? ", before " + members.get(index + 1).label() : "";
    return at + ", padding" + next;
  }

  private static String aligned(String declaration, int column) {
    int width = (column / 8 + 1) * 8;
    StringBuilder line = new StringBuilder(declaration);
    for (int at = declaration.length(); at < width; at = (at / 8 + 1) * 8) {
      line.append('\t');
    }
    return line.toString();
  }

  private static boolean isHere(Position at) {
    return at.base() == 0;
  }

  private static Member member(PlanStep step, CValues values, CNames.Scope names) {
    if (step instanceof PlanStep.Pad pad && isHere(pad.at())) {
      String name = names.fresh("pad_" + pad.at().offsetBytes());
      return new Member(name, bytes(name, pad.sizeBytes()), offset(pad.at()), pad.sizeBytes(), "");
    } else if (step instanceof PlanStep.PutScalar put && isHere(put.at())) {
      String name = names.fresh(path(values.get(put.value())));
      String declaration = Declarator.member(values.get(put.value()).form(), name);
      return new Member(name, declaration, offset(put.at()), put.sizeBytes(), label(put.value()));
    } else if (step instanceof PlanStep.PutUnion put && isHere(put.at())) {
      String name = names.fresh(path(values.get(put.value())));
      return new Member(
          name,
          bytes(name, put.sizeBytes()),
          offset(put.at()),
          put.sizeBytes(),
          label(put.value()));
    } else if (step instanceof PlanStep.PutLength put && isHere(put.at())) {
      String name = names.fresh(path(values.get(put.sequence())) + "_length");
      String declaration = Puts.unsigned(put.sizeBytes()) + " " + name;
      return new Member(
          name,
          declaration,
          offset(put.at()),
          put.sizeBytes(),
          label(put.sequence()) + " (length)");
    } else if (step instanceof PlanStep.PutScalars put
        && isHere(put.at())
        && put.count().isPresent()) {
      String name = names.fresh(path(values.get(put.value())));
      CForm form = SequenceSteps.element(values.get(put.value()).form());
      String declaration =
          Declarator.joined(Declarator.type(form), name) + "[" + put.count().getAsInt() + "]";
      int sizeBytes = put.elementSizeBytes() * put.count().getAsInt();
      return new Member(name, declaration, offset(put.at()), sizeBytes, label(put.value()));
    } else if (step instanceof PlanStep.ForEach loop && isHere(loop.at()) && isHere(loop.end())) {
      int sizeBytes = offset(loop.end()) - offset(loop.at());
      if (sizeBytes == 0) {
        return null;
      }
      String name = names.fresh(path(values.get(loop.value())));
      return new Member(
          name, bytes(name, sizeBytes), offset(loop.at()), sizeBytes, label(loop.value()));
    }
    return null;
  }

  private static String bytes(String name, int sizeBytes) {
    return "uint8_t " + name + "[" + sizeBytes + "]";
  }

  private static int offset(Position at) {
    return at.offsetBytes();
  }

  /** A name for a value: the names on the way to it, joined. */
  static String path(CValue value) {
    return value.text().replace("->", "_").replace('.', '_');
  }

  /** The fields on the way to what a source gives, as users read them. */
  static String label(ValueSource source) {
    return String.join(".", fields(source, new ArrayList<>()));
  }

  private static List<String> fields(ValueSource source, List<String> names) {
    if (source instanceof ValueSource.Parameter parameter) {
      names.add(parameter.field().name());
    } else if (source instanceof ValueSource.Member member) {
      fields(member.of(), names).add(member.member().name());
    } else if (source instanceof ValueSource.Element element) {
      fields(element.of(), names).add("element");
    } else if (source instanceof ValueSource.Present present) {
      fields(present.of(), names);
    } else if (source instanceof ValueSource.Chosen chosen) {
      fields(chosen.of(), names).add(chosen.option().name());
    }
    return names;
  }
}
