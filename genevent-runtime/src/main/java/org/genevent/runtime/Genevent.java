package org.genevent.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Finds the tracer of a declared interface. */
public final class Genevent {

  private static final String[] SUFFIXES = {"Events", "Facility", "Trace"};

  private Genevent() {}

  /**
   * The tracer that was generated for an interface, as that interface; the same as its {@code get()}.
   *
   * <p>If the class is missing because the annotation processor did not run, one message on standard error says what to
   * add to the build, and the interface is implemented by methods that do nothing; its default methods work.
   *
   * @param declared the interface with {@code @Facility}
   * @param <T> the interface
   * @return the tracer; never null
   * @throws IllegalArgumentException if it is not an interface
   */
  public static <T> T tracer(Class<T> declared) {
    if (!declared.isInterface()) {
      throw new IllegalArgumentException(declared.getName() + " is not an interface");
    }
    String name = tracerName(declared);
    try {
      Class<?> tracer = Class.forName(name, true, declared.getClassLoader());
      Method get = tracer.getDeclaredMethod("get");
      get.setAccessible(true);
      return declared.cast(get.invoke(null));
    } catch (ClassNotFoundException e) {
      Reports.once(missing(declared, name));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      Throwable cause =
          e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
      Reports.once(name + " cannot be used, so nothing is traced: " + cause + "; call " + name
          + ".get() instead");
    }
    return silent(declared);
  }

  private static String missing(Class<?> declared, String name) {
    return "there is no class "
        + name
        + ", so nothing of "
        + declared.getName()
        + " is traced: the annotation processor did not run.\n"
        + """
          Maven: add to the <configuration> of maven-compiler-plugin
              <annotationProcessorPaths>
                <path>
                  <groupId>org.genevent</groupId>
                  <artifactId>genevent-processor</artifactId>
                  <version>(that of genevent-runtime)</version>
                </path>
              </annotationProcessorPaths>
          Gradle: add annotationProcessor("org.genevent:genevent-processor:(that of genevent-runtime)").
          javac: add -processorpath genevent-processor.jar. JDK 23 and later run no processor that is only on the class
              path, unless told -proc:full.\
        """;
  }

  private static String tracerName(Class<?> declared) {
    StringBuilder name = new StringBuilder(base(declared.getSimpleName())).append("Tracer");
    for (Class<?> outer = declared.getEnclosingClass();
        outer != null;
        outer = outer.getEnclosingClass()) {
      name.insert(0, outer.getSimpleName() + "_");
    }
    String packageName = declared.getPackageName();
    return packageName.isEmpty() ? name.toString() : packageName + "." + name;
  }

  private static String base(String simpleName) {
    for (String suffix : SUFFIXES) {
      if (simpleName.endsWith(suffix) && simpleName.length() > suffix.length()) {
        return simpleName.substring(0, simpleName.length() - suffix.length());
      }
    }
    return simpleName;
  }

  private static <T> T silent(Class<T> declared) {
    InvocationHandler nothing = (proxy, method, arguments) -> {
      if (method.isDefault()) {
        // not InvocationHandler.invokeDefault: an interface need not be public
        return MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
            .unreflectSpecial(method, method.getDeclaringClass())
            .bindTo(proxy)
            .invokeWithArguments(arguments == null ? new Object[0] : arguments);
      }
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        case "toString" -> declared.getName() + " (not traced)";
        default -> null;
      };
    };
    return declared.cast(
        Proxy.newProxyInstance(declared.getClassLoader(), new Class<?>[] {declared}, nothing));
  }
}
