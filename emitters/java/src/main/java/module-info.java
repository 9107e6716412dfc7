import org.genevent.emit.Emitter;
import org.genevent.emitter.java.JavaEmitter;

/** Prints planned facilities as Java tracer classes. JavaPoet has a module name, but no descriptor yet. */
@SuppressWarnings("requires-automatic")
module org.genevent.emitter.java {
  requires com.palantir.javapoet;
  requires java.compiler;
  requires transitive org.genevent.model;

  exports org.genevent.emitter.java;

  provides Emitter with
      JavaEmitter;
}
