package org.genevent.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts a session for each test and ends it; see {@link Traced}. */
public final class TraceExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TraceExtension.class);

  @Traced
  private static final class Defaults {}

  /** The extension, as JUnit makes it. */
  public TraceExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    trace(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestTrace trace = context.getStore(NAMESPACE).remove(TestTrace.class, TestTrace.class);
    if (trace == null) {
      return;
    }
    try {
      // a test that has failed already fails for its own reason
      if (context.getExecutionException().isEmpty()) {
        trace.failIfLost();
      }
    } finally {
      trace.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestTrace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return trace(context);
  }

  private static TestTrace trace(ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    TestTrace known = store.get(TestTrace.class, TestTrace.class);
    if (known == null) {
      known = TestTrace.start(settings(context));
      store.put(TestTrace.class, known);
    }
    return known;
  }

  /** The annotation of the method, or of the nearest class around it; without one, with everything by default. */
  private static Traced settings(ExtensionContext context) {
    Optional<Traced> found =
        AnnotationSupport.findAnnotation(context.getTestMethod(), Traced.class);
    for (Class<?> type = context.getTestClass().orElse(null);
        found.isEmpty() && type != null;
        type = type.getEnclosingClass()) {
      found = AnnotationSupport.findAnnotation(type, Traced.class);
    }
    return found.orElseGet(() -> Defaults.class.getAnnotation(Traced.class));
  }
}
