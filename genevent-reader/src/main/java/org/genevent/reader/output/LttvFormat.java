package org.genevent.reader.output;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.abi.CType;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.reader.TraceReader;
import org.genevent.reader.stream.DeclaredSink;

/**
 * A line an event as LTTV's text dump prints it, without the columns that come from its idea of processes.
 *
 * <pre>
 * fs.open: 1134.000123456 (/cpu_0) { filename = "/etc/passwd", fd = 3 }
 * </pre>
 *
 * <p>Times count from the zero of the TSC. Characters are themselves or a backslash and hexadecimal digits, lists of them stand
 * side by side; pointers are hexadecimal; a {@code format} of the declaration is followed. Other than there, quotes and
 * control characters in texts are escaped, as a line would not be one else. Source: the trace format reference, section 8.
 */
final class LttvFormat implements EventFormat, DeclaredSink {

  private static final long SECOND_NANOS = 1_000_000_000L;

  private final ByteOutput out;
  private final EventView view;
  private final Map<String, Optional<PrintfFormat>> formats = new HashMap<>();
  private FieldClass declared;
  private Optional<String> format = Optional.empty();
  private int index;
  private boolean opened;

  LttvFormat(ByteOutput out, EventView view) {
    this.out = out;
    this.view = view;
  }

  @Override
  public void event(TraceReader reader) {
    if (!reader.facility().isEmpty()) {
      name(reader.facility());
      out.put('.');
    }
    name(reader.event());
    out.ascii(": ");
    long nanos = reader.clockNanos();
    out.signed(Math.floorDiv(nanos, SECOND_NANOS));
    out.put('.');
    out.padded(Math.floorMod(nanos, SECOND_NANOS), 9);
    out.ascii(" (/");
    name(reader.stream());
    out.put(')');
    declared = null;
    format = Optional.empty();
    index = 0;
    opened = false;
    view.fields(reader, this);
    if (opened) {
      out.ascii(" }");
    }
    out.put('\n');
  }

  private void name(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c >= 0x7F) {
        out.quoted(name);
        return;
      }
    }
    out.ascii(name);
  }

  @Override
  public void declared(FieldClass fieldClass, Optional<String> printfFormat) {
    declared = fieldClass;
    format = printfFormat;
  }

  private void begin(String name, boolean character) {
    if (!opened) {
      out.ascii(" { ");
      opened = true;
    }
    if (index++ > 0 && !(character && name.isEmpty())) {
      out.ascii(", ");
    }
    if (!name.isEmpty()) {
      name(name);
      out.ascii(" = ");
    }
  }

  private void open(String name) {
    begin(name, false);
    out.ascii("{ ");
    index = 0;
  }

  private void close() {
    out.ascii(" }");
    // whatever was inside, something stands in front of what follows
    index = 1;
  }

  @Override
  public void beginStructure(String name) {
    open(name);
  }

  @Override
  public void endStructure() {
    close();
  }

  @Override
  public void beginList(String name) {
    open(name);
  }

  @Override
  public void endList() {
    close();
  }

  private boolean isOfType(CType type) {
    return declared instanceof IntegerFieldClass integer
        && integer.size() instanceof IntegerSize.OfType ofType
        && ofType.type() == type;
  }

  /** What the declaration's format makes of a value; null if it has none that fits. */
  private PrintfFormat declaredFormat() {
    return format
        .flatMap(text -> formats.computeIfAbsent(text, PrintfFormat::of))
        .orElse(null);
  }

  /** Whether a text that a format gave was printed. */
  private boolean formatted(String text) {
    if (text == null) {
      return false;
    }
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0 && b < ' ' || b == 0x7F) {
        out.ascii("\\x");
        out.radix(b >> 4, 4);
        out.radix(b & 0xF, 4);
      } else {
        out.raw(b);
      }
    }
    return true;
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    PrintfFormat own = declaredFormat();
    boolean character = isOfType(CType.CHAR) && own == null;
    begin(name, character);
    if (own != null && formatted(own.integer(value, sizeBits))) {
      return;
    }
    long bits = sizeBits == 64 ? value : value & (1L << sizeBits) - 1;
    if (isOfType(CType.CHAR)) {
      character((int) bits);
    } else if (declared == null ? radix == 16 : isOfType(CType.POINTER)) {
      out.ascii("0x");
      out.radix(bits, 4);
    } else if (signed) {
      out.signed(value);
    } else {
      out.unsigned(value);
    }
  }

  private void character(int value) {
    if (value >= ' ' && value < 0x7F) {
      out.put((char) value);
    } else {
      out.put('\\');
      out.radix(value, 4);
    }
  }

  @Override
  public void floating(String name, double value, boolean single) {
    begin(name, false);
    PrintfFormat own = declaredFormat();
    if (own == null || !formatted(own.floating(value))) {
      out.ascii(PrintfFormat.general(value));
    }
  }

  @Override
  public void bool(String name, boolean value) {
    begin(name, false);
    out.put(value ? '1' : '0');
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {
    begin(name, false);
    if (label != null) {
      name(label);
    } else if (signed) {
      out.signed(value);
    } else {
      out.unsigned(value);
    }
  }

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {
    begin(name, false);
    PrintfFormat own = declaredFormat();
    if (own != null) {
      byte[] copy = new byte[length];
      bytes.get(offset, copy);
      if (formatted(own.text(new String(copy, StandardCharsets.UTF_8)))) {
        return;
      }
    }
    out.quoted(bytes, offset, length);
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    // LTT has none: as a number of LTTV would be
    begin(name, false);
    out.ascii("0x");
    out.radix(bits, 4);
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    // LTT has none: as a list of characters of LTTV would be
    begin(name, false);
    out.ascii("{ ");
    for (int i = 0; i < length; i++) {
      character(bytes.get(offset + i) & 0xFF);
    }
    out.ascii(" }");
  }

  @Override
  public void absent(String name) {
    begin(name, false);
    out.put('-');
  }
}
