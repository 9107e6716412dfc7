/** Facilities as C headers for the kernel. */
module org.genevent.emitter.kernel {
  requires transitive org.genevent.model;

  exports org.genevent.emitter.kernel;

  provides org.genevent.emit.Emitter with
      org.genevent.emitter.kernel.KernelEmitter;
}
