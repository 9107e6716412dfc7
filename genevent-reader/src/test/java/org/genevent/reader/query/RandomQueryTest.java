package org.genevent.reader.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.EventRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random expressions, held against a naive evaluation over records: it walks maps, compares with decimal numbers of any size,
 * and knows the labels of the one enumeration by heart.
 */
final class RandomQueryTest {

  private static final int EXPRESSIONS = 3000;

  private static final Map<String, int[]> LEVELS = Map.of(
      "LOW", new int[] {-1, -1},
      "MIDDLE", new int[] {0, 4},
      "HIGH", new int[] {5, 5},
      "TOP", new int[] {5, 9});

  private static final List<String> NUMBERS = List.of(
      "0",
      "1",
      "-1",
      "5",
      "255",
      "18446744073709551615",
      "9223372036854775807",
      "-9223372036854775808",
      "9007199254740993",
      "9007199254740992.0",
      "1.5",
      "-1.5",
      "9.3e18",
      "1.8446744073709552e19",
      "-0.0");

  private static final List<String> NUMBER_FIELDS = List.of(
      "big",
      "small",
      "price",
      "place.x",
      "place.inner.y",
      "marks[1]",
      "items[1].price",
      "few[1]",
      "$ctx.request",
      "tid",
      "$packet.cpu_id",
      "by.cash",
      "level",
      "paid");

  private static final List<String> TEXT_FIELDS = List.of("name", "reason", "note", "by.card");

  private static final List<String> PATTERNS = List.of("*", "A*", "?da", "*m", "x\\*y", "*d*", "");

  private static final String[] OPERATORS = {"==", "!=", "<", "<=", ">", ">="};

  @TempDir
  Path directory;

  private Random random;
  private EventRecord record;
  private int level;

  /** A part of an expression, as text and as what it says of the current record: null is unknown. */
  private interface Part {
    Boolean test();
  }

  private record Written(String text, Part part) {}

  @Test
  void randomExpressionsSayWhatANaiveEvaluationSays() {
    long seed = Long.getLong("genevent.seed", new Random().nextLong());
    random = new Random(seed);
    QueryTrace written = QueryTrace.random(random, 200);
    Path trace = written.write(directory.resolve("trace"));
    List<EventRecord> records = QueryTrace.records(trace);
    assertEquals(200, records.size());
    for (int i = 0; i < EXPRESSIONS; i++) {
      Written query = expression(random.nextInt(4));
      List<Integer> expected = new ArrayList<>();
      for (int event = 0; event < records.size(); event++) {
        record = records.get(event);
        level = written.levels().get(event);
        if (Boolean.TRUE.equals(query.part().test())) {
          expected.add(event);
        }
      }
      Findings findings = new Findings();
      List<Integer> found = QueryTrace.matching(trace, query.text(), findings);
      String message = "-Dgenevent.seed=" + seed + " " + query.text();
      assertEquals(List.of(), findings.list(), message);
      assertEquals(expected, found, message);
    }
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private Written expression(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Written a = expression(depth - 1);
    switch (random.nextInt(4)) {
      case 0 -> {
        Written b = expression(depth - 1);
        return new Written(
            "(" + a.text() + (random.nextBoolean() ? " and " : "&&") + b.text() + ")", () -> {
              Boolean x = a.part().test();
              Boolean y = b.part().test();
              return Boolean.FALSE.equals(x) || Boolean.FALSE.equals(y)
                  ? Boolean.FALSE
                  : x == null || y == null ? null : Boolean.TRUE;
            });
      }
      case 1 -> {
        Written b = expression(depth - 1);
        return new Written(
            "(" + a.text() + (random.nextBoolean() ? " or " : "||") + b.text() + ")", () -> {
              Boolean x = a.part().test();
              Boolean y = b.part().test();
              return Boolean.TRUE.equals(x) || Boolean.TRUE.equals(y)
                  ? Boolean.TRUE
                  : x == null || y == null ? null : Boolean.FALSE;
            });
      }
      case 2 -> {
        return new Written((random.nextBoolean() ? "not " : "!") + "(" + a.text() + ")", () -> {
          Boolean x = a.part().test();
          return x == null ? null : !x;
        });
      }
      default -> {
        return a;
      }
    }
  }

  private Written leaf() {
    String operator = OPERATORS[random.nextInt(OPERATORS.length)];
    switch (random.nextInt(7)) {
      case 0 -> {
        String field = pick(NUMBER_FIELDS);
        String number = pick(NUMBERS);
        return new Written(
            field + operator + number, () -> compare(operator, value(field), constant(number)));
      }
      case 1 -> {
        String field = pick(NUMBER_FIELDS.subList(0, 8));
        String other =
            pick(List.of("big", "price", "level").subList(0, field.equals("few[1]") ? 1 : 2));
        String number = field;
        return new Written(
            number + " " + operator + " " + other,
            () -> compare(operator, value(number), value(other)));
      }
      case 2 -> {
        String field = pick(TEXT_FIELDS);
        String text = pick(QueryTrace.NAMES);
        return new Written(
            field + operator + '"' + text + '"', () -> compare(operator, value(field), text));
      }
      case 3 -> {
        String field = pick(TEXT_FIELDS);
        String pattern = pick(PATTERNS);
        boolean negated = random.nextBoolean();
        return new Written(field + (negated ? "!~" : "=~") + "'" + pattern + "'", () -> {
          Object value = value(field);
          return value instanceof String text ? glob(pattern, text) != negated : null;
        });
      }
      case 4 -> {
        String label = pick(List.copyOf(LEVELS.keySet().stream().sorted().toList()));
        return new Written("level " + operator + " '" + label + "'", () -> level(operator, label));
      }
      case 5 -> {
        String field = pick(List.of("paid", "note", "by.card", "few", "place", "name"));
        return field.equals("paid") && random.nextBoolean()
            ? new Written("paid", () -> (Boolean) value("paid"))
            : new Written("exists(" + field + ")", () -> value(field) != null);
      }
      default -> {
        String name = random.nextBoolean() ? "shop:order" : "shop:refund";
        return new Written(
            "event " + operator + " '" + name + "'",
            () -> compare(operator, record.facility() + ":" + record.event(), name));
      }
    }
  }

  /** The value at a path; numbers as decimal numbers of any size, NaN as itself. */
  private Object value(String path) {
    if (path.equals("tid") || path.equals("$packet.cpu_id")) {
      return path.equals("tid")
          ? number(record.streamContext().get("tid"), false)
          : BigDecimal.valueOf(3);
    }
    if (path.equals("level")) {
      return BigDecimal.valueOf(level);
    }
    Object at = path.startsWith("$ctx.") ? record.context() : record.fields();
    for (String step : path.replace("$ctx.", "").replace("[", ".[").split("\\.")) {
      if (step.startsWith("[")) {
        int index = Integer.parseInt(step.substring(1, step.length() - 1));
        at = at instanceof List<?> list && index < list.size() ? list.get(index) : null;
      } else {
        at = at instanceof Map<?, ?> map ? map.get(step) : null;
      }
    }
    boolean unsigned = path.equals("big") && record.event().equals("order");
    return at instanceof Long || at instanceof Double ? number(at, unsigned) : at;
  }

  private static Object number(Object value, boolean unsigned) {
    if (value instanceof Double number) {
      return Double.isNaN(number) || Double.isInfinite(number) ? number : new BigDecimal(number);
    }
    long bits = (Long) value;
    BigInteger whole = BigInteger.valueOf(bits);
    return new BigDecimal(unsigned && bits < 0 ? whole.add(BigInteger.ONE.shiftLeft(64)) : whole);
  }

  private static Object constant(String number) {
    return number.matches("-?[0-9]+")
        ? new BigDecimal(number)
        : new BigDecimal(Double.parseDouble(number));
  }

  private static Boolean compare(String operator, Object a, Object b) {
    Object x = a instanceof Boolean truth ? BigDecimal.valueOf(truth ? 1 : 0) : a;
    Object y = b instanceof Boolean truth ? BigDecimal.valueOf(truth ? 1 : 0) : b;
    if (x == null || y == null || x instanceof String != y instanceof String) {
      return null;
    } else if (x instanceof String text) {
      return holds(
          operator,
          Arrays.compareUnsigned(
              text.getBytes(StandardCharsets.UTF_8),
              ((String) y).getBytes(StandardCharsets.UTF_8)));
    } else if (x instanceof Double || y instanceof Double) {
      // not a number, or an infinity: a double can tell
      double p = x instanceof Double d ? d : ((BigDecimal) x).doubleValue();
      double q = y instanceof Double d ? d : ((BigDecimal) y).doubleValue();
      return Double.isNaN(p) || Double.isNaN(q)
          ? operator.equals("!=")
          : holds(operator, Double.compare(p, q));
    }
    return holds(operator, ((BigDecimal) x).compareTo((BigDecimal) y));
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static boolean glob(String pattern, String text) {
    StringBuilder regex = new StringBuilder("(?s)");
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(
          c == '*'
              ? ".*"
              : c == '?' ? "." : c == '\\' ? "\\" + pattern.charAt(++i) : "\\Q" + c + "\\E");
    }
    return text.matches(regex.toString());
  }

  private Boolean level(String operator, String label) {
    int[] range = LEVELS.get(label);
    int number = level;
    return switch (operator) {
      case "==" -> number >= range[0] && number <= range[1];
      case "!=" -> number < range[0] || number > range[1];
      case "<", ">=" -> holds(operator, Integer.compare(number, range[0]));
      default -> holds(operator, Integer.compare(number, range[1]));
    };
  }
}
