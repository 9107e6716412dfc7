package good;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.genevent.annotation.Description;
import org.genevent.annotation.Event;
import org.genevent.annotation.Facility;
import org.genevent.annotation.Hex;
import org.genevent.annotation.Length;
import org.genevent.annotation.Level;
import org.genevent.annotation.Name;
import org.genevent.annotation.Nullable;
import org.genevent.annotation.Unsigned;

/** Every type that a field can have. */
@Facility(name = "every_type", level = Level.NOTICE, channel = "busy")
interface EveryType {

  void primitives(
      byte b, short s, int i, long l, char c, float f, double d, boolean z);

  void marked(
      @Unsigned byte b,
      @Unsigned short s,
      @Unsigned @Hex int i,
      @Hex long l,
      @Hex char c,
      @Unsigned long[] ls,
      @Hex ByteBuffer bytes);

  void texts(String text, CharSequence chars, @Nullable String maybe, Optional<String> optional);

  void enums(Color color, TimeUnit unit, @Nullable Color maybe, Optional<Color> optional);

  void records(Point point, Line line, @Nullable Point maybe, Optional<Line> optional);

  void variants(Shape shape, @Nullable Shape maybe, Optional<Shape> optional, Shape[] shapes);

  void arrays(
      byte[] b,
      short[] s,
      int[] i,
      long[] l,
      char[] c,
      float[] f,
      double[] d,
      boolean[] z,
      String[] texts,
      CharSequence[] chars,
      Color[] colors,
      Point[] points,
      Line[] lines,
      Shape[] shapes);

  void deepArrays(int[][] numbers, String[][][] texts, Point[][] points, Integer[] boxes);

  void fixedArrays(
      @Length(3) int[] numbers,
      @Length(16) byte[] uuid,
      @Length(2) String[] texts,
      @Length(4) ByteBuffer bytes,
      @Length(2) Point[] points,
      @Length(2) int[][] rows,
      @Length(1) Shape[] shapes);

  void buffers(ByteBuffer bytes, @Nullable ByteBuffer maybe, ByteBuffer[] several);

  void boxes(
      Byte b, Short s, Integer i, Long l, Character c, Float f, Double d, Boolean z);

  void optionals(
      OptionalInt i,
      OptionalLong l,
      OptionalDouble d,
      Optional<Integer> boxed,
      Optional<int[]> array,
      @Nullable long[] maybe,
      Optional<String>[] several);

  void variable(int first, String... rest);

  void variableNumbers(long... numbers);

  void nothing();

  @Event(name = "renamed", description = "Another name", level = Level.DEBUG, channel = "rare")
  void named(@Name("other") @Description("What it means") int field);
}
