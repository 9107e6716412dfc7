/** Reads CTF and LTT traces: event records, merged by time. */
module org.genevent.reader {
  exports org.genevent.reader;
  exports org.genevent.reader.csv;
  exports org.genevent.reader.field;
  exports org.genevent.reader.output;
  exports org.genevent.reader.query;
  exports org.genevent.reader.replay;
  exports org.genevent.reader.stats;
  exports org.genevent.reader.verify;

  requires transitive org.genevent.model;
  requires org.genevent.xml;
  requires tools.jackson.core;
}
