/** Annotations, and what generated tracers call; depends on the JDK only. */
module org.genevent.runtime {
  exports org.genevent.annotation;
  exports org.genevent.runtime;
}
