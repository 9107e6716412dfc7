/** Vocabulary, data models, layout, plans, checks, diagnostics and the emitter interface; depends on the JDK only. */
module org.genevent.model {
  exports org.genevent.abi;
  exports org.genevent.binding;
  exports org.genevent.check;
  exports org.genevent.contract;
  exports org.genevent.contract.declared;
  exports org.genevent.diagnostic;
  exports org.genevent.emit;
  exports org.genevent.layout;
  exports org.genevent.model;
  exports org.genevent.model.trace;
  exports org.genevent.pipeline;
  exports org.genevent.plan;

  uses org.genevent.emit.DescriptionPrinter;
  uses org.genevent.emit.Emitter;
  uses org.genevent.emit.MetadataPrinter;
}
