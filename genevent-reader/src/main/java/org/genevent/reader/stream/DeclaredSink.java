package org.genevent.reader.stream;

import java.util.Optional;
import org.genevent.model.FieldClass;
import org.genevent.reader.FieldSink;

/** A sink that is told, before each value, how the value was declared; for formats whose traces carry declarations. */
public interface DeclaredSink extends FieldSink {

  /**
   * Says how the value that comes next was declared.
   *
   * @param fieldClass its class, never a reference
   * @param format the printf format that the declaration gives for it
   */
  void declared(FieldClass fieldClass, Optional<String> format);
}
