package org.genevent.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The facilities of this process and the sessions that run: brings each event's routes up to date when either changes.
 *
 * <p>Facilities are held weakly, so that a class loader that goes away takes its facilities along. Its lock is taken when
 * facilities register and sessions start or stop, never while an event is traced.
 */
final class Registry {

  private static final List<WeakReference<TracedFacility>> FACILITIES = new ArrayList<>();
  private static final List<Session> SESSIONS = new ArrayList<>();

  private Registry() {}

  static void add(TracedFacility facility) {
    try {
      EnvironmentSession.startOnce();
      synchronized (Registry.class) {
        FACILITIES.add(new WeakReference<>(facility));
        SESSIONS.forEach(session -> session.add(List.of(facility)));
        route(facility);
      }
    } catch (RuntimeException | Error e) {
      Reports.once("facility " + facility.name() + " is not traced: " + e);
    }
  }

  static synchronized void start(Session session) {
    List<TracedFacility> facilities = facilities();
    session.add(facilities);
    SESSIONS.add(session);
    facilities.forEach(Registry::route);
  }

  static synchronized void stop(Session session) {
    SESSIONS.remove(session);
    facilities().forEach(Registry::route);
  }

  private static List<TracedFacility> facilities() {
    List<TracedFacility> alive = new ArrayList<>();
    for (Iterator<WeakReference<TracedFacility>> it = FACILITIES.iterator(); it.hasNext(); ) {
      TracedFacility facility = it.next().get();
      if (facility == null) {
        it.remove();
      } else {
        alive.add(facility);
      }
    }
    return alive;
  }

  private static void route(TracedFacility facility) {
    for (int i = 0; i < facility.events().size(); i++) {
      Route first = null;
      // the chain is built from its end; sessions are asked in the order of their start
      for (int s = SESSIONS.size() - 1; s >= 0; s--) {
        first = SESSIONS.get(s).route(facility, i, first);
      }
      facility.tracepoint(i).setRoute(first);
    }
  }
}
