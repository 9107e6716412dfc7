package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genevent.reader.EventRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Traces of running kernels, from threads, soft and hard interrupts on two CPUs. */
@ParameterizedClass(name = "{0}")
@EnumSource
class LiveKernelTest {

  private static Path results;

  @BeforeParameterizedClassInvocation
  static void boot(KernelTarget target) {
    results = KernelLab.of(target).run("control", "modes", "events", "load");
  }

  /** Takes the target, which only concerns the boot. */
  LiveKernelTest(KernelTarget target) {}

  private static KernelTraceCheck trace(String name) {
    return new KernelTraceCheck(results, name);
  }

  private static List<String> names(KernelTraceCheck trace) {
    return trace.events().stream()
        .map(event -> event.event() + " " + event.fields().get("seq"))
        .toList();
  }

  @Test
  void whatIsReadAsItComesIsAllThere() {
    KernelTraceCheck live = trace("live").balances().hasAllPackets().loses(0, 0);
    assertEquals(live.tried("thread", "tick", "soft"), live.events().size());
    assertTrue(live.count("tick") > 0 && live.count("soft") > 0);
  }

  @Test
  void whatReadersAreTooSlowForIsCounted() {
    KernelTraceCheck small = trace("small").balances().hasAllPackets();
    assertEquals(
        small.tried("thread", "tick", "soft"), small.status("sent") + small.status("lost"));
    assertEquals(0, small.status("overwritten"));
  }

  @Test
  void withoutReadersTheFirstEventsStay() {
    KernelTraceCheck full = trace("full").balances().hasAllPackets();
    assertEquals(full.tried("thread", "tick", "soft"), full.status("sent") + full.status("lost"));
    assertTrue(full.status("lost") > 0);
    assertEquals(0L, full.events().get(0).fields().get("seq"));
  }

  @Test
  void aFlightRecorderHasTheLastEvents() {
    KernelTraceCheck flight =
        trace("flight").balances().loses(0, trace("flight").status("overwritten"));
    assertEquals(flight.tried("thread", "tick", "soft"), flight.status("sent"));
    assertTrue(flight.status("overwritten") > 0);
    long last = flight.tried("thread") / 2 - 1;
    assertEquals(
        2,
        flight.events().stream()
            .filter(event -> event.event().equals("thread"))
            .filter(event -> event.fields().get("seq").equals(last))
            .count());
  }

  @Test
  void aFlightRecorderThatIsReadGivesWholePackets() {
    KernelTraceCheck flight = trace("flightlive").balances();
    assertEquals(flight.tried("thread", "tick", "soft"), flight.status("sent"));
    assertEquals(0, flight.status("lost"));
  }

  @Test
  void aSnapshotHasWhatCameBefore() {
    KernelTraceCheck one = trace("snap1");
    KernelTraceCheck two = trace("snap2");
    assertEquals(
        one.events().size(), one.status("sent") - one.status("overwritten"), "the first snapshot");
    assertEquals(
        one.events().size() + two.events().size(),
        two.status("sent") - two.status("overwritten"),
        "both snapshots");
  }

  @Test
  void controlChannelsOfAHybridTraceLoseNothing() {
    KernelTraceCheck both = trace("both").balances();
    assertEquals(both.tried("tick", "soft"), both.count("tick") + both.count("soft"));
    assertTrue(both.status("overwritten") > 0);
    assertEquals(0, both.status("lost"));
  }

  @Test
  void severalTracesHaveEachWhatItWants() {
    KernelTraceCheck one = trace("one").balances().loses(0, 0);
    KernelTraceCheck two = trace("two").balances().loses(0, 0);
    KernelTraceCheck three = trace("three").balances();
    assertEquals(one.tried("thread", "tick", "soft"), one.events().size());
    assertEquals(two.tried("tick", "soft"), two.events().size());
    assertEquals(0, two.count("thread"));
    assertEquals(0, three.count("soft"));
    assertEquals(three.tried("thread", "tick"), three.status("sent"));
  }

  @Test
  void forcedEventsGoToTracesThatAreNotActive() {
    assertEquals(
        List.of("forced 1", "fact 3", "forced 4"),
        names(trace("forced").balances().loses(0, 0)));
  }

  @Test
  void eventsGoToTheChannelThatTheyShould() {
    KernelTraceCheck routed = trace("routed").balances().loses(0, 0);
    Map<String, String> channels = new TreeMap<>();
    for (EventRecord event : routed.events()) {
      channels.put(
          event.event() + " " + event.fields().get("seq"), event.stream().replaceAll("_.*", ""));
    }
    assertEquals(
        Map.of(
            "routed 1", "facts",
            "routed 2", "irq",
            "routed 3", "main",
            "routed 4", "main",
            "fact 5", "facts",
            "span 6", "main"),
        channels);
  }

  @Test
  void aStateDumpGoesToTheTraceThatStarts() {
    for (String name : List.of("first", "second")) {
      KernelTraceCheck trace = trace(name).balances().loses(0, 0);
      assertEquals(1, trace.events().size(), name);
      assertEquals(name, trace.events().get(0).fields().get("trace"));
    }
  }

  @Test
  void whatIsLargerThanASubBufferIsCounted() {
    KernelTraceCheck large = trace("large").balances();
    KernelTraceCheck larger = trace("larger").balances();
    assertEquals(1, large.count("large"));
    assertEquals(4, large.status("lost"));
    assertEquals(3, larger.count("large"));
    assertEquals(2, larger.status("lost"));
  }

  @Test
  void eventsThatAreTakenBackLeaveNothingOrFiller() {
    KernelTraceCheck taken = trace("taken").balances().hasAllPackets();
    assertEquals(List.of("fact 2", "filler null", "inner 3", "fact 4"), names(taken));
    assertEquals(2, taken.status("lost"));
    assertEquals(1, taken.status("cancelled"));
  }

  @Test
  void writersThatNestTooDeeplyAreCounted() {
    KernelTraceCheck deep = trace("deep").balances();
    // each level asks the filter again, until the ninth is refused
    assertEquals(7, deep.count("inner"));
    assertEquals(1, deep.count("fact"));
    assertEquals(1, deep.status("lost"));
  }

  @Test
  void aFilterKeepsEventsOut() {
    KernelTraceCheck filtered = trace("filtered").balances().loses(0, 0);
    assertEquals(0, filtered.count("tick"));
    assertEquals(filtered.tried("tick"), filtered.status("filtered"));
    assertEquals(filtered.tried("thread", "soft"), filtered.events().size());
  }

  @Test
  void lossesAreToldWhenTheyCanBe() {
    KernelTraceCheck told = trace("told").balances();
    assertEquals(told.tried("thread", "tick", "soft"), told.status("sent") + told.status("lost"));
  }

  @Test
  void facilitiesComeAndGoWhileATraceIsActive() {
    KernelTraceCheck late = trace("late").balances().loses(0, 0);
    assertEquals(late.tried("thread", "tick", "soft"), late.events().size());
    KernelTraceCheck modules = trace("modules").loses(0, 0);
    assertEquals(6 * 2 * 300, modules.count("thread"));
  }

  @Test
  void tracesComeAndGoWhileOthersLoseNothing() {
    KernelTraceCheck steady = trace("steady").balances().hasAllPackets().loses(0, 0);
    assertEquals(steady.tried("thread", "tick", "soft"), steady.events().size());
  }
}
