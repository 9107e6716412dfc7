/** Reads CTF and LTT traces: event records, merged by time. */
module org.genevent.reader {
  exports org.genevent.reader;
  exports org.genevent.reader.field;
  exports org.genevent.reader.output;
  exports org.genevent.reader.query;

  requires transitive org.genevent.model;
  requires org.genevent.xml;
  requires tools.jackson.core;
}
