package org.genevent.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processor with something between it and the compiler's filer. */
final class BehindFiler extends AbstractProcessor {

  /** What happens when the processor calls the filer. */
  interface Call {
    Object answer(Method method, Object[] arguments, Filer filer) throws Exception;
  }

  private final GeneventProcessor processor = new GeneventProcessor();
  private final Call call;

  BehindFiler(Call call) {
    this.call = call;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    Filer filer = proxy(Filer.class, (proxy, method, arguments) -> {
      try {
        return call.answer(method, arguments, environment.getFiler());
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    });
    processor.init(proxy(
        ProcessingEnvironment.class,
        (proxy, method, arguments) ->
            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return processor.process(annotations, round);
  }
}
