package declared;

import declared.TrialEvents.Color;
import declared.TrialEvents.Line;
import declared.TrialEvents.Point;
import declared.TrialEvents.Shape;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.genevent.runtime.Genevent;
import org.genevent.runtime.Scope;

/** Traces each event of {@link TrialEvents}; the values are those of expected.txt. */
public final class Trial implements Runnable {

  @Override
  public void run() {
    TrialTracer events = TrialTracer.get();
    if (Genevent.tracer(TrialEvents.class) != events) {
      throw new IllegalStateException("two tracers");
    }
    // babeltrace2 2.0 shows an empty string as what the field was before, so those without text come first
    nulls(events);
    values(events);
    try (Scope outer =
        TrialTracer.bindContext(42, "Ümit & Söhne", Color.GREEN, new byte[] {1, -1})) {
      events.nothing();
      try (Scope inner = TrialTracer.bindContext(43, "b", Color.RED, new byte[] {2, 3})) {
        lasting(events);
      }
      events.nothing();
    }
  }

  private static void values(TrialTracer events) {
    events.numbers((byte) -1, (short) -2, -3, Long.MIN_VALUE, 'ä', 1.5f, -0.25, true);
    events.marked((byte) -1, (short) -2, -3, -4);
    events.texts("a \"b\"\n✓", new StringBuilder("chars"), "maybe", Optional.of("optional"));
    events.enums(Color.GREEN, TimeUnit.DAYS, Color.RED, Optional.of(Color.GREEN));
    Point point = new Point(1, -2);
    Line line = new Line(point, new Point(3, 4), "label");
    events.records(point, line, new Point(5, 6), Optional.of(new Point(7, 8)));
    Shape circle = new Shape.Circle(point, -1);
    Shape polygon = new Shape.Polygon(new Point[] {point, new Point(9, 10)});
    events.variants(circle, polygon, Optional.of(circle), new Shape[] {polygon, circle});
    events.arrays(
        new byte[] {-1, 2},
        new short[] {-1},
        new long[] {},
        new char[] {'a', 'b', 'c'},
        new float[] {0.5f, -1.25f},
        new boolean[] {true, false});
    events.objects(
        new String[] {"one", "two"},
        new Color[] {Color.RED, Color.GREEN, null},
        new Line[] {line, new Line(point, point, null)},
        new Integer[] {1, null, 3},
        "rest",
        "more");
    events.nested(
        new int[][] {{1, 2}, {}, {3}}, new String[][] {{"x"}}, Optional.of(new int[] {4, 5}));
    events.fixed(
        new int[] {1, 2, 3}, new String[] {"p", "q"}, ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
    ByteBuffer window = ByteBuffer.wrap(new byte[] {9, 8, 7, 6}).position(1).limit(3);
    events.buffers(window, ByteBuffer.allocateDirect(2));
    if (window.position() != 1 || window.limit() != 3) {
      throw new IllegalStateException("the buffer was moved: " + window);
    }
    events.boxes((byte) 1, (short) 2, 3, 4L, 'x', 5.5f, 6.5, false);
    events.optionals(
        OptionalInt.of(1), OptionalLong.of(-2), OptionalDouble.of(2.5), Optional.of(3));
  }

  private static void lasting(TrialTracer events) {
    long begin = events.beginQuery();
    events.endQuery(begin, "select 1", 1);
    events.query("select 2", 2);
    events.endQuery(0, "not begun", 3);
    events.endShortQuery(events.beginShortQuery(), "too short");
    events.orders(7, 8);
    events.orderShipped(8);
  }

  private static void nulls(TrialTracer events) {
    events.texts(null, null, null, null);
    events.enums(null, null, null, null);
    events.records(null, null, null, Optional.empty());
    events.variants(new Shape.Polygon(null), null, null, null);
    events.arrays(null, null, null, null, null, null);
    events.objects(null, null, new Line[] {null}, null, (String[]) null);
    events.nested(new int[][] {null}, null, Optional.empty());
    events.buffers(null, null);
    events.boxes(null, null, null, null, null, null, null, null);
    events.optionals(null, OptionalLong.empty(), OptionalDouble.empty(), Optional.empty());
  }
}
