package org.genevent.emitter.java;

import com.palantir.javapoet.NameAllocator;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.genevent.binding.JavaTracer.JavaParameter;

/** The names of a method's variables: none twice where both can be seen, none that a parameter or a constant has. */
final class LocalNames {

  private final Deque<NameAllocator> blocks = new ArrayDeque<>();

  LocalNames(List<JavaParameter> parameters, Collection<String> constants) {
    NameAllocator allocator = JavaNames.without(constants);
    parameters.forEach(parameter -> allocator.newName(parameter.name()));
    blocks.push(allocator);
  }

  String newName(String suggestion) {
    return blocks.peek().newName(suggestion);
  }

  /** Names given from here to {@link #closeBlock} are free again behind it. */
  void openBlock() {
    blocks.push(blocks.peek().clone());
  }

  void closeBlock() {
    blocks.pop();
  }
}
