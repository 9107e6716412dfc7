package org.genevent.reader.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.reader.field.EventShape;
import org.genevent.reader.field.FieldKind;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.field.FieldScope;
import org.genevent.reader.field.VisibleField;
import org.genevent.reader.query.EventFact;
import org.genevent.reader.query.FieldSelection;

/** Finds the columns of a table of events: structures and variants are taken apart, lists stay whole. */
final class CsvColumns {

  private final List<EventShape> shapes;
  private final Map<String, CsvColumn> columns = new LinkedHashMap<>();

  private CsvColumns(List<EventShape> shapes) {
    this.shapes = shapes;
  }

  /** All that the events of one name have, whatever class of them has it. */
  static List<CsvColumn> all(List<EventShape> shapes) {
    CsvColumns found = new CsvColumns(shapes);
    found.fact(EventFact.TIMESTAMP);
    found.fact(EventFact.STREAM);
    for (FieldScope scope : List.of(FieldScope.COMMON, FieldScope.CONTEXT, FieldScope.FIELDS)) {
      for (EventShape shape : shapes) {
        found.members(scope, List.of(), shape.scope(scope));
      }
    }
    return List.copyOf(found.columns.values());
  }

  /** What was chosen, in the order in which it was. */
  static List<CsvColumn> chosen(List<EventShape> shapes, List<FieldSelection.Choice> choices) {
    CsvColumns found = new CsvColumns(shapes);
    for (FieldSelection.Choice choice : choices) {
      if (choice.fact().isPresent()) {
        found.add(new CsvColumn(choice.text(), choice.fact().get(), null));
      } else {
        found.choice(choice);
      }
    }
    return List.copyOf(found.columns.values());
  }

  private void add(CsvColumn column) {
    columns.putIfAbsent(column.header(), column);
  }

  /** By its bare name, unless a field has that. */
  private void fact(EventFact fact) {
    FieldPath bare = new FieldPath(FieldScope.ANY, List.of(FieldPath.Step.member(fact.word())));
    boolean taken = shapes.stream().anyMatch(shape -> shape.resolve(bare).isPresent());
    add(new CsvColumn(taken ? "$" + fact.word() : fact.word(), fact, null));
  }

  private void choice(FieldSelection.Choice choice) {
    FieldPath path = choice.path().orElseThrow();
    boolean any = false;
    for (EventShape shape : shapes) {
      Optional<FieldPath> found = shape.resolve(path);
      if (found.isPresent()) {
        any = true;
        field(
            choice.text(),
            found.get(),
            shape.scope(found.get().scope()).at(path.steps()).get());
      }
    }
    if (!any) {
      // another kind of event has it; the column is there, so that all tables have the same
      add(new CsvColumn(choice.text(), null, path));
    }
  }

  private void field(String header, FieldPath path, VisibleField field) {
    if (field.kind() != FieldKind.STRUCTURE && field.kind() != FieldKind.VARIANT) {
      add(new CsvColumn(header, null, path));
      return;
    }
    for (VisibleField member : field.members()) {
      List<FieldPath.Step> steps = new ArrayList<>(path.steps());
      steps.add(FieldPath.Step.member(member.name()));
      field(
          header + "." + FieldPath.quoted(member.name()),
          new FieldPath(path.scope(), steps),
          member);
    }
  }

  private void members(FieldScope scope, List<FieldPath.Step> before, VisibleField structure) {
    for (VisibleField member : structure.members()) {
      List<FieldPath.Step> steps = new ArrayList<>(before);
      steps.add(FieldPath.Step.member(member.name()));
      FieldPath path = new FieldPath(scope, steps);
      // fields are found without a prefix; whatever else there is, is not in front of them
      String header =
          scope == FieldScope.FIELDS ? new FieldPath(FieldScope.ANY, steps).text() : path.text();
      field(header, path, member);
    }
  }
}
