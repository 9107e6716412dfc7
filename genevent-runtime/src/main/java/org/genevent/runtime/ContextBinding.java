package org.genevent.runtime;

/** The context of a facility as each thread has bound it, encoded once when it is bound. */
public final class ContextBinding {

  private final byte[] unbound;
  private final ThreadLocal<byte[]> bound = new ThreadLocal<>();

  /**
   * A binding.
   *
   * @param unbound the encoded context of threads that have bound nothing
   */
  public ContextBinding(byte[] unbound) {
    this.unbound = unbound.clone();
  }

  /**
   * The context of this thread.
   *
   * @return the encoded fields; not to be changed
   */
  public byte[] current() {
    byte[] own = bound.get();
    return own == null ? unbound : own;
  }

  /**
   * Binds a context to this thread until the scope is closed.
   *
   * @param encoded the encoded fields, laid out from an offset that is a multiple of 8; not to be changed afterwards
   * @return the scope
   */
  public Scope bind(byte[] encoded) {
    byte[] previous = bound.get();
    bound.set(encoded);
    return new Scope(this, previous);
  }

  void set(byte[] encoded) {
    if (encoded == null) {
      bound.remove();
    } else {
      bound.set(encoded);
    }
  }
}
