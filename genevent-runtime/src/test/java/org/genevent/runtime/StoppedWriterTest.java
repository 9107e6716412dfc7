package org.genevent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writers of shared streams that never come to their commits, with full packets in front of theirs and behind. */
class StoppedWriterTest {

  private static final int EVENTS = 1_000;
  private static final int STOPPED_EVERY = 230;

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Session.Mode.class)
  void everyOtherEventIsReadInItsPlace(Session.Mode mode) throws Exception {
    Path trace = folder.resolve("t");
    Session session =
        Session.to(trace).mode(mode).subBufferBytes(4096).subBuffers(64).start();
    Route route = ShopTracer.soldPoint().route();
    int stopped = 0;
    for (int i = 0; i < EVENTS; i++) {
      EventWriter writer = route.channel().beginShared(route.id(), 16);
      writer.putInt(0, i);
      writer.zero(4, 8);
      writer.putLong(8, i);
      if (i % STOPPED_EVERY == 100) {
        stopped++;
      } else {
        writer.commit();
      }
    }
    session.close();
    Babeltrace read = Babeltrace.read(trace);
    assertEquals(EVENTS - stopped, read.lines().size());
    assertEquals(stopped, read.discarded());
    assertEquals(stopped, session.discardedEvents());
  }
}
