package org.genevent.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Tells virtual threads from platform threads on any JDK. */
final class Threads {

  /** Constants for the compiler, so that the calls disappear; null before the JDK that has them. */
  private static final MethodHandle IS_VIRTUAL = find("isVirtual", boolean.class);

  private static final MethodHandle THREAD_ID = find("threadId", long.class);

  private Threads() {}

  private static MethodHandle find(String name, Class<?> type) {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(Thread.class, name, MethodType.methodType(type));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  static boolean currentIsVirtual() {
    if (IS_VIRTUAL == null) {
      return false;
    }
    try {
      return (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
    } catch (Throwable e) {
      return false;
    }
  }

  /** The low bits of a thread's number; a place to look first, no proof of who it is. */
  static int id(Thread thread) {
    try {
      return (int) (THREAD_ID == null ? thread.getId() : (long) THREAD_ID.invokeExact(thread));
    } catch (Throwable e) {
      // before JDK 19 the application may override the method
      return 0;
    }
  }
}
