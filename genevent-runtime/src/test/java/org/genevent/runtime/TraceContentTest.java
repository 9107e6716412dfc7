package org.genevent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.annotation.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // scopes and sessions are held open, not used
class TraceContentTest {

  @TempDir
  Path folder;

  private Path trace() {
    return folder.resolve("trace");
  }

  @Test
  void babeltraceReadsTheValuesThatWereWritten() throws Exception {
    try (Session session = Session.to(trace()).start()) {
      ShopTracer.sold(-7, Long.MAX_VALUE);
      ShopTracer.named(1, "Käse \uD83E\uDDC0");
      ShopTracer.closed();
      assertEquals(0, session.discardedEvents());
    }
    List<String> lines = Babeltrace.read(trace()).lines();
    assertEquals(3, lines.size(), lines.toString());
    assertTrue(
        lines.get(0).contains("shop:sold")
            && lines.get(0).contains("number = -7, id = 9223372036854775807"),
        lines.get(0));
    assertTrue(lines.get(1).contains("number = 1, name = \"Käse \uD83E\uDDC0\""), lines.get(1));
    assertTrue(lines.get(2).contains("shop:closed"), lines.get(2));
  }

  @Test
  void hostileTextsBecomeReadableOnes() throws Exception {
    try (Session session = Session.to(trace()).start()) {
      ShopTracer.named(1, "a\0b");
      ShopTracer.named(2, "a\uD800b\uDC00");
      ShopTracer.named(3, null);
      assertFalse(ShopTracer.named(4, "x".repeat(10_000_000)));
      assertEquals(1, session.discardedEvents());
    }
    Babeltrace read = Babeltrace.read(trace());
    assertTrue(read.lines().get(0).contains("\"a\u2400b\""), read.lines().get(0));
    assertTrue(read.lines().get(1).contains("\"a\\?b\\?\""), read.lines().get(1));
    assertTrue(read.lines().get(2).contains("name = \"\""), read.lines().get(2));
    assertEquals(1, read.discarded());
  }

  @Test
  void aContextIsThatOfItsScope() throws Exception {
    try (Session session = Session.to(trace()).start()) {
      ShopTracer.paid(1);
      try (Scope outer = ShopTracer.bindRequest(10)) {
        ShopTracer.paid(2);
        try (Scope inner = ShopTracer.bindRequest(20)) {
          ShopTracer.paid(3);
        }
        ShopTracer.paid(4);
      }
      ShopTracer.paid(5);
    }
    List<String> lines = Babeltrace.read(trace()).lines();
    long[] requests = {0, 10, 20, 10, 0};
    for (int i = 0; i < requests.length; i++) {
      assertTrue(
          lines.get(i).contains("request = " + requests[i] + " }, { amount = " + (i + 1)),
          lines.get(i));
    }
  }

  @Test
  void aNegativeSizeIsCountedAsLost() throws Exception {
    try (Session session = Session.to(trace()).start()) {
      ShopTracer.sold(1, 1);
      Route route = ShopTracer.soldPoint().route();
      assertEquals(null, route.begin(-1));
      assertEquals(null, route.begin(Integer.MIN_VALUE));
      assertEquals(null, route.begin(Integer.MAX_VALUE));
      assertEquals(null, route.begin(new byte[8], Integer.MAX_VALUE));
      ShopTracer.sold(2, 2);
      assertEquals(4, session.discardedEvents());
    }
    Babeltrace read = Babeltrace.read(trace());
    assertEquals(2, read.lines().size());
    assertEquals(4, read.discarded());
  }

  @Test
  void aSessionTakesTheEventsThatItWasAskedFor() throws Exception {
    try (Session some = Session.to(trace())
            .events("shop:*", "!shop:named")
            .level(Level.INFO)
            .start();
        Session all = Session.to(folder.resolve("all")).start()) {
      ShopTracer.sold(1, 1);
      ShopTracer.named(1, "x");
      ShopTracer.closed();
      ShopTracer.paid(1);
    }
    assertEquals(1, Babeltrace.read(trace()).lines().size());
    assertEquals(4, Babeltrace.read(folder.resolve("all")).lines().size());
    assertFalse(ShopTracer.soldPoint().isEnabled());
  }

  @Test
  void nothingIsLeftBehindAfterACleanStop() throws Exception {
    Session session = Session.to(trace()).start();
    ShopTracer.sold(1, 1);
    session.close();
    session.close();
    try (Stream<Path> files = Files.list(trace())) {
      assertEquals(
          2,
          files.filter(file -> !file.getFileName().toString().startsWith(".")).count());
    }
    assertFalse(Recovery.isNeeded(trace()));
  }

  @Test
  void aDirectoryThatHoldsSomethingIsRefused() throws Exception {
    Files.createDirectories(trace());
    Files.writeString(trace().resolve("mine"), "precious");
    IOException refused =
        assertThrows(IOException.class, () -> Session.to(trace()).start());
    assertTrue(refused.getMessage().contains("not empty"), refused.getMessage());
    assertEquals("precious", Files.readString(trace().resolve("mine")));
  }

  @Test
  void anInterruptedThreadTracesLikeAnyOther() throws Exception {
    Thread.currentThread().interrupt();
    try (Session session = Session.to(trace()).start()) {
      for (int i = 0; i < 20_000; i++) {
        ShopTracer.sold(i, i);
      }
    }
    assertTrue(Thread.interrupted());
    assertEquals(20_000, Babeltrace.read(trace()).lines().size());
  }

  @Test
  void anEventThatIsNeverCommittedWasNeverThere() throws Exception {
    try (Session session = Session.to(trace()).start()) {
      ShopTracer.sold(1, 1);
      Route route = ShopTracer.soldPoint().route();
      route.begin(16).putInt(0, 99);
      ShopTracer.sold(2, 2);
    }
    List<String> lines = Babeltrace.read(trace()).lines();
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).contains("number = 2"), lines.get(1));
  }
}
