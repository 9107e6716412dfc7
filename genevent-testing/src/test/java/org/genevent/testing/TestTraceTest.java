package org.genevent.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.genevent.testing.example.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.opentest4j.AssertionFailedError;

/** What a test says that fails. */
@ResourceLock("org.genevent.session")
class TestTraceTest {

  @Test
  void anEventThatIsNotThereIsShownBesideThoseThatAre() {
    try (TestTrace trace = TestTrace.start("shop:*")) {
      Example.accept(4711, 2, "Ada");
      Example.accept(4712, 3, "Ada");
      Example.ship(4711);
      Example.verify(trace, 4712, 3, "Ada");
      AssertionFailedError failure = assertThrows(
          AssertionFailedError.class, () -> Example.verify(trace, 4711, 3, "x \"y\"\n"));
      assertEquals("""
          no such event was traced that was not verified yet:
            expected orderAccepted(4711L, 3, EUR, "x \\"y\\"\\n")
            traced   orderAccepted(4711L, 2, EUR, "Ada")  (differs in items, customer)
                     orderAccepted(4712L, 3, EUR, "Ada")  (verified)
                     orderShipped(4711L, null, [])""", failure.getMessage());
      assertEquals("orderAccepted(4711L, 2, EUR, \"Ada\")", failure.getActual().getValue());
      AssertionFailedError left =
          assertThrows(AssertionFailedError.class, () -> Example.verifyNoMore(trace));
      assertTrue(
          left.getMessage()
              .startsWith("2 events of ShopEvents that nobody expected:\n"
                  + "  orderAccepted(4711L, 2, EUR, \"Ada\")\n  orderShipped("),
          left.getMessage());
    }
  }

  @Test
  void oneTracedEventIsVerifiedOnce() {
    try (TestTrace trace = TestTrace.start("shop:*")) {
      Example.accept(1, 1, "Ada");
      Example.accept(1, 1, "Ada");
      Example.verify(trace, 1, 1, "Ada");
      Example.verify(trace, 1, 1, "Ada");
      assertThrows(AssertionFailedError.class, () -> Example.verify(trace, 1, 1, "Ada"));
    }
  }

  @Test
  void nothingTracedIsSaid() {
    try (TestTrace trace = TestTrace.start("shop:*")) {
      AssertionFailedError failure =
          assertThrows(AssertionFailedError.class, () -> Example.verify(trace, 1, 1, "Ada"));
      assertEquals(
          "no such event was traced:\n  expected orderAccepted(1L, 1, EUR, \"Ada\")\n"
              + "  traced   nothing of this facility",
          failure.getMessage());
      assertEquals(List.of(), trace.events());
    }
  }

  @Test
  void aLostEventFailsTheTest() {
    try (TestTrace trace = TestTrace.start("shop:*")) {
      Example.lose();
      AssertionFailedError failure = assertThrows(AssertionFailedError.class, trace::events);
      assertEquals(
          "1 event was lost while the test ran: there was no room, or the values could not be written;"
              + " more room: @Traced(subBufferBytes = …, subBuffers = …)",
          failure.getMessage());
      assertThrows(AssertionFailedError.class, trace::failIfLost);
    }
  }

  @Test
  void anInterfaceThatIsNoFacilityIsNamed() {
    try (TestTrace trace = TestTrace.start()) {
      AssertionFailedError failure =
          assertThrows(AssertionFailedError.class, () -> trace.calls(Runnable.class));
      assertTrue(failure.getMessage().contains("[GE-REPLAY-01]"), failure.getMessage());
    }
  }
}
