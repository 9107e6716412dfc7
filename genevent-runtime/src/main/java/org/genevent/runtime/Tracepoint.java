package org.genevent.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The place of one event: knows whether, and where, it is written now. */
public final class Tracepoint {

  private static final VarHandle ROUTE;

  static {
    try {
      ROUTE = MethodHandles.lookup().findVarHandle(Tracepoint.class, "route", Route.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Opaque: a loop sees a change in the end, and no fence is paid for; what it leads to is immutable. */
  @SuppressWarnings("unused")
  private Route route;

  Tracepoint() {}

  /**
   * The ways of the event into the sessions that take it.
   *
   * @return the first, or null if no session takes it
   */
  public Route route() {
    return (Route) ROUTE.getOpaque(this);
  }

  /**
   * Whether a session takes the event; for callers whose arguments are costly to make.
   *
   * @return true if the event would be written now
   */
  public boolean isEnabled() {
    return route() != null;
  }

  void setRoute(Route first) {
    ROUTE.setRelease(this, first);
  }
}
