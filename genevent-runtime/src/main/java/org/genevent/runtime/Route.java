package org.genevent.runtime;

/**
 * The way of an event into one session; several sessions make a chain.
 *
 * <p>Immutable. Generated code walks the chain: {@code for (route = …; route != null; route = route.next())}.
 */
public final class Route {

  private final Channel channel;
  private final int id;
  private final EventWriter[] writers;
  private final Route next;

  Route(Channel channel, int id, Route next) {
    this.channel = channel;
    this.id = id;
    writers = channel.writersById();
    this.next = next;
  }

  /**
   * The way into the next session.
   *
   * @return the route, or null after the last
   */
  public Route next() {
    return next;
  }

  /**
   * Reserves space for an event and stamps it with the time.
   *
   * @param sizeBytes the size of the payload; 0 or more
   * @return where to write it, or null if the event is lost, which is then counted
   */
  public EventWriter begin(int sizeBytes) {
    Thread thread = Thread.currentThread();
    EventWriter own = writers[Threads.id(thread) & Channel.WRITERS_MASK];
    if (own != null && own.isOf(thread)) {
      return own.begin(id, sizeBytes);
    }
    own = channel.ownWriter();
    return own == null ? channel.beginShared(id, sizeBytes) : own.begin(id, sizeBytes);
  }

  /**
   * Reserves space for an event with a context, and writes the context.
   *
   * @param context the encoded context fields, as {@link ContextBinding} has them
   * @param sizeBytes the size of the payload; 0 or more
   * @return where to write the payload, or null if the event is lost, which is then counted
   */
  public EventWriter begin(byte[] context, int sizeBytes) {
    int contextBytes = PacketLayout.alignUp(context.length);
    if (sizeBytes == 0) {
      // no payload: content ends with the context's last byte, not with the padding behind it
      contextBytes = context.length;
    }
    if (sizeBytes > Integer.MAX_VALUE - contextBytes) {
      discard();
      return null;
    }
    EventWriter writer = begin(contextBytes + sizeBytes);
    if (writer != null) {
      if (sizeBytes == 0) {
        writer.putBytes(0, context, 0, context.length);
      } else {
        writer.putContext(context);
      }
    }
    return writer;
  }

  /**
   * Reserves space for an event of a facility with the layout of LTT, whose events say how large they are.
   *
   * @param sizeBytes the size of the payload; 0 or more
   * @return where to write it, or null if the event is lost, which is then counted
   */
  public EventWriter beginSized(int sizeBytes) {
    if (sizeBytes < 0 || sizeBytes > EventWriter.MAX_SIZE_BYTES) {
      discard();
      return null;
    }
    EventWriter writer = begin(Long.BYTES + sizeBytes);
    if (writer != null) {
      writer.putSize(sizeBytes);
    }
    return writer;
  }

  /** Counts an event that cannot be written, for example because a sequence is longer than its length can say. */
  public void discard() {
    channel.discard();
  }

  /**
   * Counts an event that cannot be written, in every session that would take it.
   *
   * @param first the first route
   */
  public static void discardAll(Route first) {
    for (Route route = first; route != null; route = route.next) {
      route.discard();
    }
  }

  int id() {
    return id;
  }

  Channel channel() {
    return channel;
  }
}
