package org.genevent.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What babeltrace2 read from a trace, taken from the text that it prints.
 *
 * <p>Values are plain objects: Long (unsigned ones as their bits), Double, String, {@link Label} for enumerations, List for
 * arrays and sequences, Map for structures, and of a variant the value of the option.
 */
public final class BabeltraceText {

  /**
   * An event as it was read.
   *
   * @param timestamp the clock's value, or nanoseconds since the epoch
   * @param name the event record class's name
   * @param scopes the structures that were printed, by their name: {@code event.fields} and so on
   */
  public record Event(long timestamp, String name, Map<String, Object> scopes) {}

  /**
   * The value of an enumeration.
   *
   * @param label the label, or an empty text for a value without one
   * @param value the number
   */
  public record Label(String label, long value) {}

  /** What exit statuses of processes begin at that a signal has ended. */
  private static final int KILLED_BY_SIGNAL = 128;

  private final String text;
  private int at;

  private BabeltraceText(String text) {
    this.text = text;
  }

  /**
   * Reads a trace with babeltrace2.
   *
   * @param trace the trace's folder
   * @return its events, by time
   */
  public static List<Event> read(Path trace) {
    return read(trace, "--clock-cycles");
  }

  /**
   * Reads a trace with babeltrace2, with the time since the epoch.
   *
   * @param trace the trace's folder
   * @return its events, by time; timestamps are nanoseconds
   */
  public static List<Event> readRealTime(Path trace) {
    return readRealTime(List.of(trace));
  }

  /**
   * Reads traces with babeltrace2, merged, with the time since the epoch.
   *
   * @param traces the traces' folders
   * @return their events, by time; timestamps are nanoseconds
   */
  public static List<Event> readRealTime(List<Path> traces) {
    return read(ExternalTool.require("babeltrace2"), traces, "--clock-seconds");
  }

  /**
   * Reads a trace with babeltrace2 2.1, which knows CTF 2.
   *
   * @param trace the trace's folder
   * @return its events, by time; times are the clock's values
   */
  public static List<Event> readNewer(Path trace) {
    return read(ExternalTool.newerBabeltrace(), List.of(trace), "--clock-cycles");
  }

  /**
   * Reads a trace that may end in bytes that make no sense.
   *
   * @param babeltrace the program
   * @param trace the trace's folder
   * @return the events in front of them
   */
  static List<Event> readAsFarAsPossible(ExternalTool babeltrace, Path trace) {
    ExternalTool.Result result = babeltrace.run(
        "--names=scope,context,payload", "--clock-cycles", "--no-delta", trace.toString());
    // 2.1.1 does, with an exception of its library, on some metadata of CTF 2
    assumeTrue(
        result.exitStatus() < KILLED_BY_SIGNAL,
        () -> "skipped: babeltrace2 crashed: " + result.err());
    return events(result.out());
  }

  private static List<Event> read(Path trace, String clock) {
    return read(ExternalTool.require("babeltrace2"), List.of(trace), clock);
  }

  private static List<Event> read(ExternalTool babeltrace, List<Path> traces, String clock) {
    List<String> words =
        new ArrayList<>(List.of("--names=scope,context,payload", clock, "--no-delta"));
    traces.forEach(trace -> words.add(trace.toString()));
    return events(babeltrace.run(words.toArray(String[]::new)).outOrFail());
  }

  private static List<Event> events(String lines) {
    List<Event> events = new ArrayList<>();
    for (String line : lines.split("\n")) {
      if (!line.isEmpty()) {
        events.add(new BabeltraceText(line).event());
      }
    }
    return events;
  }

  private Event event() {
    // seconds have nine decimals, cycles none; without a clock there is no time
    long timestamp = accept("[") ? Long.parseLong(until("] ").replace(".", "")) : 0;
    String name = until(": ");
    // what the environment says of the machine stands in front
    name = name.substring(name.lastIndexOf(' ') + 1);
    Map<String, Object> scopes = new LinkedHashMap<>();
    while (at < text.length()) {
      accept(", ");
      String scope = until(" = ");
      scopes.put(scope, value());
      accept(" ");
    }
    return new Event(timestamp, name, scopes);
  }

  private Object value() {
    if (accept("{ ")) {
      return structureOrVariant();
    } else if (accept("[ ")) {
      return elements();
    } else if (accept("( ")) {
      return label();
    } else if (accept("\"")) {
      return string();
    } else if (accept("<none>")) {
      return null;
    } else if (accept("true")) {
      return true;
    } else if (accept("false")) {
      return false;
    }
    Object number = number();
    // the names of bits
    if (text.startsWith(" { \"", at)) {
      until(" }");
    }
    return number;
  }

  private Object structureOrVariant() {
    Map<String, Object> members = new LinkedHashMap<>();
    while (!accept("}")) {
      if (!isNamed()) {
        Object option = value();
        expect(" }");
        return option;
      }
      String name = until(" = ");
      members.put(name.equals("(value)") ? "value" : name, value());
      accept(",");
      expect(" ");
    }
    return members;
  }

  /** Whether a name and an equals sign stand here: of a variant, only the value is printed. */
  private boolean isNamed() {
    if (text.startsWith("(value) = ", at)) {
      return true;
    }
    int end = at;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end > at && text.startsWith(" = ", end);
  }

  private List<Object> elements() {
    List<Object> elements = new ArrayList<>();
    while (!accept("]")) {
      until(" = ");
      elements.add(value());
      accept(",");
      expect(" ");
    }
    return elements;
  }

  private Label label() {
    String label = "";
    if (accept("\"")) {
      label = string();
    } else if (accept("{ \"")) {
      // several stand for the value; the first is the first of the metadata
      label = string();
      until(" }");
    } else {
      expect("<unknown>");
    }
    expect(" : container = ");
    Label found = new Label(label, (Long) number());
    expect(" )");
    return found;
  }

  private String string() {
    StringBuilder content = new StringBuilder();
    while (true) {
      char c = text.charAt(at++);
      if (c == '"') {
        return content.toString();
      } else if (c != '\\') {
        content.append(c);
        continue;
      }
      char escape = text.charAt(at++);
      int known = "abefnrtv\"\\?'".indexOf(escape);
      if (known >= 0) {
        content.append("\u0007\b\u001b\f\n\r\t\u000b\"\\?'".charAt(known));
      } else if (escape == 'x') {
        content.append((char) Integer.parseInt(text.substring(at, at + 2), 16));
        at += 2;
      } else {
        throw new IllegalStateException("escape \\" + escape + " in " + text);
      }
    }
  }

  private Object number() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.startsWith("0x")) {
      return Long.parseUnsignedLong(digits.substring(2), 16);
    } else if (digits.startsWith("0b")) {
      return Long.parseUnsignedLong(digits.substring(2), 2);
    } else if (digits.matches("0[0-7]+")) {
      return Long.parseUnsignedLong(digits, 8);
    } else if (digits.matches("-[0-9]+")) {
      return Long.parseLong(digits);
    } else if (digits.matches("[0-9]+")) {
      return Long.parseUnsignedLong(digits);
    }
    return switch (digits) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      default -> Double.parseDouble(digits);
    };
  }

  private boolean accept(String token) {
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new IllegalStateException("'" + token + "' is not at " + at + " of " + text);
    }
  }

  private String until(String token) {
    int end = text.indexOf(token, at);
    if (end < 0) {
      throw new IllegalStateException("no '" + token + "' after " + at + " of " + text);
    }
    String found = text.substring(at, end);
    at = end + token.length();
    return found;
  }
}
