package org.genevent.emitter.java;

import com.palantir.javapoet.NameAllocator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.genevent.binding.JavaTracer.JavaParameter;

/** The names of a method's variables: none twice where both can be seen, none that a parameter or a constant has. */
final class LocalNames {

  private final Deque<NameAllocator> blocks = new ArrayDeque<>();

  /**
   * Names for a method.
   *
   * @param parameters its parameters
   * @param taken knows names that no variable may have; stays as it is
   */
  LocalNames(List<JavaParameter> parameters, NameAllocator taken) {
    NameAllocator allocator = taken.clone();
    parameters.forEach(parameter -> JavaNames.fresh(allocator, parameter.name()));
    blocks.push(allocator);
  }

  String newName(String suggestion) {
    return JavaNames.fresh(blocks.peek(), suggestion);
  }

  /** Names given from here to {@link #closeBlock} are free again behind it. */
  void openBlock() {
    blocks.push(blocks.peek().clone());
  }

  void closeBlock() {
    blocks.pop();
  }
}
