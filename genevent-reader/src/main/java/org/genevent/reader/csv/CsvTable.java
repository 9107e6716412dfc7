package org.genevent.reader.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShape;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.field.FieldScope;
import org.genevent.reader.output.TimeForm;
import org.genevent.reader.output.TimeTexts;
import org.genevent.reader.query.EventFact;
import org.genevent.reader.query.FieldSelection;

/**
 * The events of one name as a table of comma-separated values: a header, then a row an event. Source: RFC 4180.
 *
 * <p>A column is called what expressions call it. Structures and variants have a column for each part, with dots; a list is
 * one cell, as JSON. What an event does not have is an empty cell, an empty text is {@code ""}. Lines end with CR LF. Used by
 * one thread.
 */
public final class CsvTable {

  private final EventShapes shapes;
  private final List<CsvColumn> columns;
  private final TimeTexts time;
  private final Map<EventRecordClass, List<Cells>> byClass = new IdentityHashMap<>();
  private final String[] row;

  /** The cells that come from one part of an event. */
  private record Cells(FieldScope scope, CellSink sink) {}

  /**
   * A table of everything that events of a name have.
   *
   * @param name the full name of the event
   * @param shapes the fields of the events
   * @param choices which columns, in which order; without any, all
   * @param form how times are written
   */
  public CsvTable(
      String name, EventShapes shapes, List<FieldSelection.Choice> choices, TimeForm form) {
    this.shapes = shapes;
    List<EventShape> own =
        shapes.all().stream().filter(shape -> shape.name().equals(name)).toList();
    columns = choices.isEmpty() ? CsvColumns.all(own) : CsvColumns.chosen(own, choices);
    time = new TimeTexts(form);
    row = new String[columns.size()];
  }

  /**
   * The first line.
   *
   * @return UTF-8
   */
  public byte[] header() {
    List<String> names = columns.stream().map(CsvColumn::header).toList();
    return line(names.toArray(new String[0]));
  }

  /**
   * The line of an event.
   *
   * @param reader stands at an event of the name
   * @return UTF-8
   */
  public byte[] row(TraceReader reader) {
    for (int i = 0; i < row.length; i++) {
      EventFact fact = columns.get(i).fact();
      row[i] = fact == null ? null : fact(fact, reader);
    }
    for (Cells cells : byClass.computeIfAbsent(reader.eventClass(), this::cells)) {
      CellSink sink = cells.sink().to(row);
      switch (cells.scope()) {
        case FIELDS -> reader.fields(sink);
        case CONTEXT -> reader.context(sink);
        case COMMON -> reader.streamContext(sink);
        default -> reader.packetContext(sink);
      }
    }
    return line(row);
  }

  private String fact(EventFact fact, TraceReader reader) {
    return switch (fact) {
      case TIMESTAMP -> time.text(reader);
      case EVENT -> reader.eventClass().name();
      case FACILITY -> reader.facility();
      case STREAM -> reader.stream();
    };
  }

  private List<Cells> cells(EventRecordClass eventClass) {
    Map<FieldScope, List<CellSink>> sinks = new EnumMap<>(FieldScope.class);
    EventShape shape = shapes.of(eventClass);
    for (int i = 0; i < columns.size(); i++) {
      FieldPath path = columns.get(i).path();
      Optional<FieldPath> found =
          path == null || shape == null ? Optional.empty() : shape.resolve(path);
      if (found.isPresent()) {
        add(sinks.computeIfAbsent(found.get().scope(), scope -> new ArrayList<>()), found.get(), i);
      }
    }
    List<Cells> cells = new ArrayList<>();
    sinks.forEach((scope, list) -> list.forEach(sink -> cells.add(new Cells(scope, sink))));
    return cells;
  }

  private static void add(List<CellSink> sinks, FieldPath path, int cell) {
    for (CellSink sink : sinks) {
      if (sink.add(path.steps(), cell)) {
        return;
      }
    }
    CellSink another = new CellSink();
    another.add(path.steps(), cell);
    sinks.add(another);
  }

  private static byte[] line(String[] cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        line.append(',');
      }
      if (cells[i] != null) {
        append(line, cells[i]);
      }
    }
    return line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder line, String cell) {
    boolean plain = !cell.isEmpty() && !cell.startsWith(" ") && !cell.endsWith(" ");
    for (int i = 0; plain && i < cell.length(); i++) {
      char c = cell.charAt(i);
      plain = c >= ' ' && c != '"' && c != ',';
    }
    if (plain) {
      line.append(cell);
    } else {
      line.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }
}
