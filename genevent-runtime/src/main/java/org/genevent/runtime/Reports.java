package org.genevent.runtime;

import java.util.HashSet;
import java.util.Set;

/** Messages of the runtime: one line on standard error, each text once, as the application must not be flooded. */
final class Reports {

  private static final int LIMIT = 100;
  private static final Set<String> SEEN = new HashSet<>();

  private Reports() {}

  static void once(String message) {
    synchronized (SEEN) {
      if (SEEN.size() >= LIMIT || !SEEN.add(message)) {
        return;
      }
    }
    System.err.println("genevent: " + message);
  }
}
