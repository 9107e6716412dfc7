package org.genevent.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/** Looks for expected calls among those that were traced. */
final class Verification {

  private static final int SHOWN = 20;

  private final List<TracedCall> calls;
  private final Map<String, Integer> verified;

  /** Of equal calls only their number counts; the map has how many were asked for. */
  Verification(List<TracedCall> calls, Map<String, Integer> verified) {
    this.calls = calls;
    this.verified = verified;
  }

  void check(String method, Object... arguments) {
    Map<String, Integer> seen = new HashMap<>();
    for (TracedCall call : calls) {
      String text = call.toString();
      boolean isLeft = seen.merge(text, 1, Integer::sum) > verified.getOrDefault(text, 0);
      if (isLeft && isExpected(call, method, arguments)) {
        verified.merge(text, 1, Integer::sum);
        return;
      }
    }
    String expected = TracedCall.text(method, arguments);
    throw new AssertionFailedError(
        "no such event was traced" + (verified.isEmpty() ? "" : " that was not verified yet")
            + ":\n" + "  expected " + expected + "\n" + traced(method, arguments),
        expected,
        nearest(method));
  }

  private static boolean isExpected(TracedCall call, String method, Object... arguments) {
    return call.method().equals(method) && differences(call, arguments).isEmpty();
  }

  private static List<String> differences(TracedCall call, Object... arguments) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (!Arguments.areSame(arguments[i], call.arguments().get(i))) {
        differences.add(call.fields().get(i));
      }
    }
    return differences;
  }

  private String nearest(String method) {
    return calls.stream()
        .filter(call -> call.method().equals(method))
        .findFirst()
        .map(TracedCall::toString)
        .orElse("nothing");
  }

  private String traced(String method, Object... arguments) {
    if (calls.isEmpty()) {
      return "  traced   nothing of this facility";
    }
    StringBuilder text = new StringBuilder();
    Map<String, Integer> seen = new HashMap<>();
    for (TracedCall call : calls.subList(0, Math.min(SHOWN, calls.size()))) {
      text.append(text.length() == 0 ? "  traced   " : "\n           ").append(call);
      boolean isUsed =
          seen.merge(call.toString(), 1, Integer::sum) <= verified.getOrDefault(call.toString(), 0);
      if (isUsed) {
        text.append("  (verified)");
      } else if (call.method().equals(method)) {
        text.append("  (differs in ")
            .append(String.join(", ", differences(call, arguments)))
            .append(')');
      }
    }
    if (calls.size() > SHOWN) {
      text.append("\n           and ").append(calls.size() - SHOWN).append(" more");
    }
    return text.toString();
  }

  void checkNoMore(String facility) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> left = new ArrayList<>();
    for (TracedCall call : calls) {
      String text = call.toString();
      if (seen.merge(text, 1, Integer::sum) > verified.getOrDefault(text, 0)) {
        left.add(text);
      }
    }
    if (!left.isEmpty()) {
      throw new AssertionFailedError(left.size()
          + (left.size() == 1 ? " event of " : " events of ") + facility
          + " that nobody expected:\n  "
          + String.join("\n  ", left.subList(0, Math.min(SHOWN, left.size())))
          + (left.size() > SHOWN ? "\n  and " + (left.size() - SHOWN) + " more" : ""));
    }
  }
}
