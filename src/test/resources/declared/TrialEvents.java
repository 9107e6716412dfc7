package declared;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.genevent.annotation.Begin;
import org.genevent.annotation.Duration;
import org.genevent.annotation.End;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Hex;
import org.genevent.annotation.Length;
import org.genevent.annotation.Name;
import org.genevent.annotation.Nullable;
import org.genevent.annotation.Unsigned;

/** Every type that a field can have, with values in {@link Trial}. */
@Facility(context = TrialEvents.Request.class)
public interface TrialEvents {

  void numbers(byte b, short s, int i, long l, char c, float f, double d, boolean z);

  void marked(@Unsigned byte b, @Unsigned short s, @Unsigned @Hex int i, @Unsigned long l);

  void texts(String text, CharSequence chars, @Nullable String maybe, Optional<String> optional);

  void enums(Color color, TimeUnit unit, @Nullable Color maybe, Optional<Color> optional);

  void records(Point point, Line line, @Nullable Point maybe, Optional<Point> optional);

  void variants(Shape shape, @Nullable Shape maybe, Optional<Shape> optional, Shape[] shapes);

  void arrays(byte[] b, @Unsigned short[] s, long[] l, char[] c, float[] f, boolean[] z);

  void objects(String[] texts, Color[] colors, Line[] lines, Integer[] boxes, String... rest);

  void nested(int[][] rows, String[][] texts, Optional<int[]> maybe);

  void fixed(@Length(3) int[] numbers, @Length(2) String[] texts, @Length(4) ByteBuffer bytes);

  void buffers(ByteBuffer bytes, @Nullable ByteBuffer maybe);

  void boxes(Byte b, Short s, Integer i, Long l, Character c, Float f, Double d, Boolean z);

  void optionals(OptionalInt i, OptionalLong l, OptionalDouble d, Optional<Integer> boxed);

  void nothing();

  @Duration
  void query(String sql, int rows);

  @Duration(thresholdNanos = Long.MAX_VALUE)
  void shortQuery(String sql);

  @Begin("order")
  void orderAccepted(long orderId);

  @End(value = "order", match = "orderId")
  void orderShipped(long orderId);

  /** A helper, which is no event. */
  default int orders(long first, long last) {
    for (long id = first; id <= last; id++) {
      orderAccepted(id);
    }
    return (int) (last - first + 1);
  }

  record Request(long requestId, String tenant, Color color, @Length(2) byte[] token) {}

  enum Color {
    RED,
    @Name("grn")
    GREEN
  }

  record Point(int x, int y) {}

  record Line(Point from, Point to, @Nullable String label) {}

  sealed interface Shape {
    record Circle(Point center, @Unsigned int radius) implements Shape {}

    record Polygon(Point[] corners) implements Shape {}
  }
}
