/** Facilities and traces as CTF metadata. */
module org.genevent.emitter.ctf {
  requires transitive org.genevent.model;

  exports org.genevent.emitter.ctf;

  provides org.genevent.emit.Emitter with
      org.genevent.emitter.ctf.CtfEmitter;
  provides org.genevent.emit.MetadataPrinter with
      org.genevent.emitter.ctf.StructurePrinter;
}
