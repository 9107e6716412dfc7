package org.genevent.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevent.ltt.LttFile;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interface that is compiled with {@code -Agenevent.layout=ltt} and traced in a format of LTT. */
class LttInterfaceTest {

  private static final List<String> SOURCES = List.of("BoothEvents.java", "Booth.java");

  @TempDir
  private Path folder;

  private Path compiled(List<String> sources, String layout) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Javac.compile(
        classes,
        sources,
        "-processorpath",
        Javac.processorJar().toString(),
        "-Agenevent.layout=" + layout);
    return classes;
  }

  @Test
  void itsPayloadsHaveTheLayoutOfLtt() throws Exception {
    Path trace = folder.resolve("trace");
    try (URLClassLoader loader = Javac.load(compiled(SOURCES, "ltt"));
        Session session =
            Session.to(trace).format(TraceFormat.LTT_0_7).events("booth:*").start()) {
      Runnable booth =
          (Runnable) loader.loadClass("declared.Booth").getDeclaredConstructor().newInstance();
      booth.run();
      assertEquals(0, session.discardedEvents());
    }
    List<LttFile.Event> events =
        LttFile.streams(trace).values().iterator().next().events();
    assertEquals(3, events.size());
    // a text ends padded to the word, whatever follows
    ByteBuffer first = ByteBuffer.wrap(events.get(0).payload()).order(ByteOrder.nativeOrder());
    assertEquals(13, first.capacity());
    assertEquals("tea", events.get(0).text(0));
    assertEquals(3, first.getInt(8));
    assertEquals('x', first.get(12));
    ByteBuffer second = ByteBuffer.wrap(events.get(1).payload()).order(ByteOrder.nativeOrder());
    assertEquals(13, second.capacity());
    assertEquals(0, second.getLong(0));
    assertEquals(-1, second.getInt(8));
    assertEquals(1, events.get(2).id());
    assertEquals(0, events.get(2).payload().length);
    assertTrue(Files.readString(trace.resolve("eventdefs/booth.xml")).contains("<string/>"));
  }

  @Test
  void anInterfaceSaysItsLayoutWhateverTheBuildSays() throws Exception {
    Path classes = compiled(List.of("KioskEvents.java"), "natural");
    String tracer = Files.readString(classes.resolve("declared/KioskTracer.java"));
    assertTrue(tracer.contains(".ltt(\"kiosk.xml\", 8, "), tracer);
    assertTrue(tracer.contains("route.beginSized("), tracer);
    String xml = Files.readString(classes.resolve("genevent/facilities/kiosk.xml"));
    assertTrue(xml.contains("<facility name=\"kiosk\" layout=\"ltt\">"), xml);
  }

  @Test
  void whatLttCannotExpressStopsTheCompiler() {
    AssertionError stopped = assertThrows(
        AssertionError.class, () -> compiled(List.of("TrialEvents.java", "Trial.java"), "ltt"));
    assertTrue(stopped.getMessage().contains("GE-L"), stopped.getMessage());
  }

  @Test
  void anUnknownLayoutStopsTheCompiler() {
    AssertionError stopped = assertThrows(AssertionError.class, () -> compiled(SOURCES, "lt"));
    assertTrue(
        stopped.getMessage().contains("[GE-TARGET-04] the option 'genevent.layout' is 'lt'"),
        stopped.getMessage());
    assertTrue(stopped.getMessage().contains("did you mean 'ltt'?"), stopped.getMessage());
  }
}
