package org.genevent.emitter.kernel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevent.model.Field;
import org.genevent.plan.ValueSource;

/** Turns the plan's sources of values into expressions, and remembers which parameters and locals were used. */
final class CValues {

  private final Map<ValueSource, CValue> known = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** Values that are parameters. */
  void parameters(List<CForm.Member> parameters) {
    for (CForm.Member parameter : parameters) {
      CForm form = parameter.form();
      boolean pointer = form.isAggregate() || form instanceof CForm.Array;
      known.put(
          new ValueSource.Parameter(parameter.field()),
          new CValue(parameter.name(), form, pointer));
    }
  }

  /** Values that are members of a structure. */
  void members(CValue structure, List<CForm.Member> members) {
    for (CForm.Member member : members) {
      known.put(
          new ValueSource.Parameter(member.field()),
          structure.member(member.name(), member.form()));
    }
  }

  /** A value that stands in a parameter or local of its own. */
  void put(ValueSource source, CValue value) {
    known.put(source, value);
  }

  /** Whether an expression that begins with a name has been asked for. */
  boolean isUsed(String name) {
    return used.contains(name);
  }

  void use(String name) {
    used.add(name);
  }

  /** The expression for a source. */
  CValue get(ValueSource source) {
    CValue found = known.get(source);
    if (found == null) {
      found = derive(source);
      known.put(source, found);
    }
    used.add(root(found.text()));
    return found;
  }

  private CValue derive(ValueSource source) {
    if (source instanceof ValueSource.Member member) {
      CValue of = get(member.of());
      CForm.Structure structure = (CForm.Structure) of.form();
      CForm.Member found = find(structure.members(), member.member());
      return of.member(found.name(), found.form());
    } else if (source instanceof ValueSource.Chosen chosen) {
      CValue of = get(chosen.of());
      CForm.Member option = ((CForm.Variant) of.form()).options().get(chosen.index());
      return of.member("option." + option.name(), option.form());
    } else if (source instanceof ValueSource.Present present) {
      return present(get(present.of()));
    }
    throw new IllegalStateException("no expression for " + source);
  }

  private static CValue present(CValue optional) {
    CForm value = ((CForm.Maybe) optional.form()).value();
    if (value instanceof CForm.Text) {
      return new CValue(optional.text(), value, false);
    }
    boolean pointer = value.isAggregate() || value instanceof CForm.Array;
    return pointer
        ? new CValue(optional.text(), value, true)
        : new CValue("(*" + optional.text() + ")", value, false);
  }

  private static CForm.Member find(List<CForm.Member> members, Field field) {
    for (CForm.Member member : members) {
      if (member.field().name().equals(field.name())) {
        return member;
      }
    }
    throw new IllegalStateException("no member " + field.name());
  }

  private static String root(String expression) {
    int start = 0;
    while (start < expression.length() && "(*&".indexOf(expression.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < expression.length() && Character.isJavaIdentifierPart(expression.charAt(end))) {
      end++;
    }
    return expression.substring(start, end);
  }
}
