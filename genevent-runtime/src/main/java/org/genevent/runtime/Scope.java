package org.genevent.runtime;

/** The time for which a context is bound; closing it binds what was bound before. Used by the thread that opened it. */
public final class Scope implements AutoCloseable {

  private final ContextBinding binding;
  private final byte[] previous;
  private boolean closed;

  Scope(ContextBinding binding, byte[] previous) {
    this.binding = binding;
    this.previous = previous;
  }

  /** Binds what was bound before; closing again does nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      binding.set(previous);
    }
  }
}
