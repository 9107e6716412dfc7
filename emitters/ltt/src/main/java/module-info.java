/** Facilities as the descriptors of an LTT trace. */
module org.genevent.emitter.ltt {
  requires transitive org.genevent.model;

  exports org.genevent.emitter.ltt;

  provides org.genevent.emit.Emitter with
      org.genevent.emitter.ltt.LttEmitter;
  provides org.genevent.emit.DescriptionPrinter with
      org.genevent.emitter.ltt.LttDescriptionPrinter;
}
