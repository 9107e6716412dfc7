package org.genevent.reader.output;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.TraceReader;
import org.genevent.reader.decode.EverythingSink;
import org.genevent.reader.decode.FlatField;

/**
 * The text that babeltrace2 prints by default, its component class {@code sink.text.pretty}, byte for byte.
 *
 * <pre>
 * [22:47:52.123456789] (+0.000000321) host shop:order_accepted: { cpu_id = 3 }, { order_id = 4711, currency = ( "EUR" : container = 0 ) }
 * </pre>
 */
final class BabeltraceFormat extends ValuePrinter implements EverythingSink, LinkedFormat {

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** What is between the time and the digits of a distance of less than a second. */
  private static final long SHORT_DISTANCE = ByteOutput.packed("] (+0.");

  /** What is printed of a packet at each of its events. */
  private record Packet(long startBytes, byte[] text) {}

  private final Optional<TimeForm> form;
  private final ZoneId zone;
  private final DateTimeFormatter secondForm;
  private final EventView view;
  private final boolean cycles;
  private boolean hasLast;
  private long last;
  private boolean warnedOfNegative;

  /** The second that was printed last, if it is not in front of the epoch: when it begins, and its text with the bracket in front. */
  private long secondNanos;

  private byte[] secondText = {};

  /** The packets that came last, by stream. */
  private Packet[] packets = {};

  /** Of what is open, the number of the next element of a list, or -1. */
  private final ArrayDeque<long[]> open = new ArrayDeque<>();

  /** Whether the next value is that of a choice, which has no name. */
  private boolean isChosen;

  BabeltraceFormat(ByteOutput out, PrintOptions options) {
    super(out);
    form = options.time();
    zone = form.map(TimeForm::zone).orElse(ZoneId.systemDefault());
    secondForm = form.isPresent() ? DATE_TIME : TIME;
    view = options.view();
    cycles = form.isPresent() && form.get().unit() == TimeForm.Unit.CYCLES;
  }

  @Override
  public void event(TraceReader reader) {
    if (reader.hasClock()) {
      long now = now(reader);
      long distance = now - last;
      if (isInSecond(now) && hasLast && isShort(distance)) {
        // as most are: in one go
        out.bytes(secondText);
        out.nineDigits((int) (now - secondNanos));
        out.packed(SHORT_DISTANCE, 6);
        out.nineDigits((int) distance);
      } else {
        time(now);
        distance(out, cycles, hasLast, distance);
      }
      hasLast = true;
      last = now;
    }
    body(reader);
  }

  @Override
  public Seam seam(TraceReader reader) {
    long now = now(reader);
    byte[] front = captured(() -> time(now));
    byte[] rest = captured(() -> body(reader));
    hasLast = true;
    last = now;
    boolean inCycles = cycles;
    return before -> {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      ByteOutput to = new ByteOutput(line);
      to.bytes(front);
      distance(to, inCycles, before.isPresent(), now - before.orElse(0));
      to.bytes(rest);
      to.flush();
      return line.toByteArray();
    };
  }

  @Override
  public OptionalLong lastTime() {
    return hasLast ? OptionalLong.of(last) : OptionalLong.empty();
  }

  @Override
  public void goOn(OptionalLong before) {
    hasLast = before.isPresent();
    last = before.orElse(0);
  }

  private void body(TraceReader reader) {
    name(reader);
    boolean scope = false;
    if (reader.hasPacketContext()) {
      scope = true;
      packet(reader);
    }
    EventRecordClass eventClass = reader.eventClass();
    if (reader.declaresStreamContext()) {
      begin(scope);
      scope = true;
      view.streamContext(reader, this);
      out.ascii(" }");
    }
    if (eventClass.context().isPresent()) {
      begin(scope);
      scope = true;
      view.context(reader, this);
      out.ascii(" }");
    }
    if (eventClass.fields().isPresent()) {
      begin(scope);
      view.fields(reader, this);
      out.ascii(" }\n");
    } else {
      out.put('\n');
    }
  }

  /** Prints the context of the packet, which mostly is the same for all of its events. */
  private void packet(TraceReader reader) {
    int stream = reader.streamIndex();
    long start = reader.packetStartBytes();
    if (start < 0) {
      context(reader);
      return;
    }
    if (stream >= packets.length) {
      packets = Arrays.copyOf(packets, stream + 16);
    }
    Packet known = packets[stream];
    if (known == null || known.startBytes != start) {
      known = new Packet(start, captured(() -> context(reader)));
      packets[stream] = known;
    }
    out.bytes(known.text);
  }

  private void context(TraceReader reader) {
    begin(false);
    reader.packetContext(this);
    out.ascii(" }");
  }

  private void begin(boolean behindOthers) {
    out.ascii(behindOthers ? ", {" : "{");
    first = true;
    isChosen = false;
    open.clear();
  }

  private long now(TraceReader reader) {
    return cycles ? reader.clockCycles() : reader.timestampNanos();
  }

  private void time(long now) {
    if (cycles) {
      out.put('[');
      out.padded(now, 20);
    } else {
      wall(now);
    }
    out.ascii("] (+");
  }

  private static boolean isShort(long nanos) {
    return nanos >= 0 && nanos < SECOND_NANOS;
  }

  /** Whether a time is in the second that was printed last. */
  private boolean isInSecond(long nanos) {
    return nanos >= 0 && isShort(nanos - secondNanos) && secondText.length > 0;
  }

  /** How far an event is from the one before. */
  private static void distance(ByteOutput out, boolean cycles, boolean known, long delta) {
    if (!known) {
      out.ascii(cycles ? "????????????" : "?.?????????");
    } else if (cycles) {
      out.padded(delta, 12);
    } else {
      long seconds = Long.divideUnsigned(delta, SECOND_NANOS);
      out.unsigned(seconds);
      out.put('.');
      out.nineDigits((int) (delta - seconds * SECOND_NANOS));
    }
  }

  private void wall(long nanos) {
    if (isInSecond(nanos)) {
      out.bytes(secondText);
      out.nineDigits((int) (nanos - secondNanos));
      return;
    }
    // like C: towards zero
    long seconds = Math.abs(nanos / SECOND_NANOS);
    int rest = (int) Math.abs(nanos % SECOND_NANOS);
    boolean negative = nanos < 0;
    boolean asSeconds = form.isPresent() && form.get().unit() != TimeForm.Unit.DATE
        || negative && !warnedOfNegative;
    warnedOfNegative |= negative;
    out.put('[');
    if (asSeconds) {
      if (negative) {
        out.put('-');
      }
      out.unsigned(seconds);
      out.put('.');
    } else {
      String text = secondText(seconds);
      if (!negative) {
        secondNanos = seconds * SECOND_NANOS;
        secondText = ('[' + text).getBytes(StandardCharsets.US_ASCII);
      }
      out.ascii(text);
    }
    out.nineDigits(rest);
  }

  private String secondText(long seconds) {
    try {
      LocalDateTime local = LocalDateTime.ofEpochSecond(
          seconds, 0, zone.getRules().getOffset(Instant.ofEpochSecond(seconds)));
      return secondForm.format(local) + '.';
    } catch (DateTimeException e) {
      return seconds + ".";
    }
  }

  /** Behind the distance, the facts of the environment that tell processes apart, and the event's full name. */
  @Override
  void eventName(TraceReader reader) {
    if (reader.hasClock()) {
      out.ascii(") ");
    }
    TraceClass trace =
        reader.traces().get(reader.streams().get(reader.streamIndex()).trace());
    Map<String, Object> environment = trace.environment();
    String host = environment.get("hostname") instanceof String text ? text : null;
    String process = environment.get("procname") instanceof String text ? text : null;
    Long id = environment.get("vpid") instanceof Long number ? number : null;
    if (host != null) {
      utf8(host);
    }
    if (process != null) {
      utf8((host == null ? "" : ":") + process);
    }
    if (id != null) {
      utf8((host == null && process == null ? "" : ":") + "(" + id + ")");
    }
    if (host != null || process != null || id != null) {
      out.put(' ');
    }
    String name = reader.eventClass().name();
    utf8(name.isEmpty() ? "<unknown>" : name);
    out.ascii(": ");
  }

  @Override
  void streamName(TraceReader reader) {
    // not printed
  }

  private void utf8(String text) {
    out.bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  void begin(String name) {
    if (isChosen) {
      isChosen = false;
      return;
    }
    out.ascii(first ? " " : ", ");
    first = false;
    if (!open.isEmpty() && open.peek()[0] >= 0) {
      out.put('[');
      out.unsigned(open.peek()[0]++);
      out.ascii("] = ");
    } else {
      utf8(name);
      out.ascii(" = ");
    }
  }

  @Override
  public void beginStructure(String name) {
    begin(name);
    open.push(new long[] {-1});
    out.put('{');
    first = true;
  }

  @Override
  public void endStructure() {
    open.pop();
    out.ascii(" }");
    first = false;
  }

  @Override
  public void beginList(String name) {
    begin(name);
    open.push(new long[] {0});
    out.put('[');
    first = true;
  }

  @Override
  public void endList() {
    open.pop();
    out.ascii(" ]");
    first = false;
  }

  @Override
  public void beginChoice(String name) {
    begin(name);
    out.ascii("{ ");
    isChosen = true;
  }

  @Override
  public void endChoice() {
    isChosen = false;
    out.ascii(" }");
    first = false;
  }

  @Override
  void number(long value, boolean signed, int radix, int sizeBits) {
    switch (radix) {
      case 16 -> {
        // as many digits as the bits take, the signed ones filled up
        int bits = sizeBits + 3 & ~3;
        out.ascii("0x");
        out.upperHexadecimal(bits >= Long.SIZE ? value : value & (1L << bits) - 1);
      }
      case 8 -> {
        int bits = (sizeBits + 2) / 3 * 3;
        out.put('0');
        out.radix(!signed || sizeBits == Long.SIZE ? value : value & (1L << bits) - 1, 3);
      }
      case 2 -> {
        out.ascii("0b");
        for (int bit = sizeBits - 1; bit >= 0; bit--) {
          out.put((value >>> bit & 1) == 0 ? '0' : '1');
        }
      }
      default -> decimal(value, signed);
    }
  }

  @Override
  void real(double value, boolean single) {
    out.ascii(GeneralFormat.of(value));
  }

  @Override
  void labelled(long value, boolean signed, String label) {
    labels(label == null ? List.of() : List.of(label));
    number(value, signed, 10, Long.SIZE);
    out.ascii(" )");
  }

  @Override
  void enumerated(FlatField field, long value) {
    labels(field.labels(value));
    number(value, field.signed, field.radix, field.sizeBits());
    out.ascii(" )");
  }

  @Override
  public void enumeration(
      String name, long value, boolean signed, int radix, int sizeBits, List<String> labels) {
    begin(name);
    labels(labels);
    number(value, signed, radix, sizeBits);
    out.ascii(" )");
  }

  private void labels(List<String> labels) {
    out.ascii("( ");
    if (labels.isEmpty()) {
      out.ascii("<unknown>");
    }
    list(labels);
    out.ascii(" : container = ");
  }

  private void list(List<String> labels) {
    for (int i = 0; i < labels.size(); i++) {
      if (i > 0) {
        out.ascii(", ");
      }
      ByteBuffer bytes = ByteBuffer.wrap(labels.get(i).getBytes(StandardCharsets.UTF_8));
      text(bytes, 0, bytes.limit());
    }
  }

  @Override
  void text(ByteBuffer bytes, int offset, int length) {
    out.put('"');
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      i = out.plainRun(bytes, i, end);
      if (i == end) {
        break;
      }
      byte b = bytes.get(i);
      switch (b) {
        case '\\', '\'', '"', '?' -> escaped((char) b);
        case 0x07 -> escaped('a');
        case '\b' -> escaped('b');
        case 0x1B -> escaped('e');
        case '\f' -> escaped('f');
        case '\n' -> escaped('n');
        case '\r' -> escaped('r');
        case '\t' -> escaped('t');
        case 0x0B -> escaped('v');
        default -> {
          if (b >= 0 && b < ' ' || b == 0x7F) {
            out.ascii(String.format(Locale.ROOT, "\\x%02x", b));
          } else {
            out.raw(b);
          }
        }
      }
    }
    out.put('"');
  }

  private void escaped(char letter) {
    out.put('\\');
    out.put(letter);
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    begin(name);
    out.ascii("0x");
    out.upperHexadecimal(bits);
    if (!labels.isEmpty()) {
      out.ascii(" { ");
      // in the order of their names
      list(labels.stream().sorted().toList());
      out.ascii(" }");
    }
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    begin(name);
    out.put('{');
    for (int i = 0; i < length; i++) {
      out.put(' ');
      out.ascii(String.format(Locale.ROOT, "%02x", bytes.get(offset + i)));
    }
    out.ascii(" }");
  }

  @Override
  public void absent(String name) {
    begin(name);
    out.ascii("<none>");
  }
}
