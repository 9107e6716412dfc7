package org.genevent.cli.read;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.genevent.reader.TraceReader;
import org.genevent.reader.csv.CsvTable;
import org.genevent.reader.field.EventShape;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.output.EventLoop;
import org.genevent.reader.output.PrintOptions;
import org.genevent.reader.output.TimeForm;
import org.genevent.reader.query.FieldSelection;

/** Writes tables of events: one to an output, or each into a file of a folder. */
public final class CsvOutput {

  /** How many files are open at once; a trace may have tens of thousands of kinds of events. */
  private static final int MOST_OPEN = 128;

  private static final int MOST_NAME_BYTES = 200;
  private static final int NAMES_SHOWN = 8;

  private final EventShapes shapes;
  private final List<FieldSelection.Choice> choices;
  private final PrintOptions options;
  private final Map<String, Table> tables = new TreeMap<>();

  /** The ones that are open, the one that was used longest ago first. */
  private final Map<String, Table> open = new LinkedHashMap<>(16, 0.75f, true);

  /** A table and its file. */
  private static final class Table {
    private final CsvTable csv;
    private final Path file;
    private OutputStream out;
    private long rows;

    Table(CsvTable csv, Path file) {
      this.csv = csv;
      this.file = file;
    }
  }

  /**
   * For the events of a call.
   *
   * @param shapes the fields of the events that are meant
   * @param choices the columns that are wanted; all, if there are none
   * @param options which events, and how times are written
   */
  public CsvOutput(EventShapes shapes, List<FieldSelection.Choice> choices, PrintOptions options) {
    this.shapes = shapes;
    this.choices = choices;
    this.options = options;
  }

  private CsvTable table(String name) {
    return new CsvTable(name, shapes, choices, options.time().orElse(TimeForm.UTC));
  }

  private TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    shapes.all().stream().map(EventShape::name).forEach(names::add);
    return names;
  }

  /**
   * Why the events cannot be one table.
   *
   * @return what is wrong and what to do; empty if they can
   */
  public String whyNotOne() {
    TreeSet<String> names = names();
    if (names.size() <= 1) {
      return "";
    }
    List<String> some = names.stream().limit(NAMES_SHOWN).toList();
    return "--format csv prints a table of one kind of event, here are " + names.size() + ": "
        + String.join(", ", some) + (names.size() > NAMES_SHOWN ? ", …" : "")
        + "\n  fix: choose one with --event, or write each into a file of its own with --out DIR";
  }

  /**
   * Writes the only table.
   *
   * @param reader has the events
   * @param to takes UTF-8
   * @throws IOException if the output cannot be written
   */
  public void print(TraceReader reader, OutputStream to) throws IOException {
    OutputStream out = new BufferedOutputStream(to, 1 << 16);
    try {
      for (String name : names()) {
        CsvTable table = table(name);
        out.write(table.header());
        EventLoop.run(reader, options.selection(), options.limit(), at -> {
          try {
            out.write(table.row(at));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
      }
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Writes each kind of event that occurs into a file of a folder, and names the files. No file that is there is touched.
   *
   * @param reader has the events
   * @param folder the folder; made if it is not there
   * @param out takes a line a file
   * @throws IOException if a file cannot be written; then none is left
   */
  public void write(TraceReader reader, Path folder, PrintWriter out) throws IOException {
    Files.createDirectories(folder);
    boolean done = false;
    try {
      EventLoop.run(reader, options.selection(), options.limit(), at -> {
        try {
          row(at, folder);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
      closeAll();
      done = true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (!done) {
        removeAll();
      }
    }
    tables.values().forEach(table -> out.println(table.file + " " + table.rows));
  }

  private void row(TraceReader reader, Path folder) throws IOException {
    String name = reader.eventClass().name();
    Table table = tables.get(name);
    if (table == null) {
      table = new Table(table(name), folder.resolve(fileName(name)));
      open(name, table, StandardOpenOption.CREATE_NEW);
      tables.put(name, table);
      table.out.write(table.csv.header());
    } else if (open.get(name) == null) {
      open(name, table, StandardOpenOption.APPEND);
    }
    table.out.write(table.csv.row(reader));
    table.rows++;
  }

  private void open(String name, Table table, StandardOpenOption how) throws IOException {
    if (open.size() >= MOST_OPEN) {
      String oldest = open.keySet().iterator().next();
      open.remove(oldest).out.close();
    }
    table.out = new BufferedOutputStream(
        Files.newOutputStream(table.file, StandardOpenOption.WRITE, how), 1 << 15);
    open.put(name, table);
  }

  private void closeAll() throws IOException {
    for (Table table : open.values()) {
      table.out.close();
    }
    open.clear();
  }

  /** What was begun is of no use; what cannot be removed either stays. */
  private void removeAll() {
    for (Table table : tables.values()) {
      try {
        table.out.close();
      } catch (IOException e) {
        // the disk is full: what was not written yet is not wanted any more
        table.rows = 0;
      }
      try {
        Files.deleteIfExists(table.file);
      } catch (IOException e) {
        table.rows = 0;
      }
    }
  }

  /** {@code shop.order_accepted.csv}: what is no letter, digit, dash or underscore becomes {@code %XX}, the colon a dot. */
  private String fileName(String event) {
    StringBuilder name = new StringBuilder();
    for (byte b : event.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c == '_'
          || c == '-'
          || c >= '0' && c <= '9'
          || c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z';
      if (plain) {
        name.append(c);
      } else if (c == ':' && name.indexOf(".") < 0 && name.length() > 0) {
        name.append('.');
      } else {
        name.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    if (name.length() > MOST_NAME_BYTES) {
      name.setLength(MOST_NAME_BYTES);
      name.append('~').append(new ArrayList<>(names()).indexOf(event));
    }
    return name + ".csv";
  }
}
