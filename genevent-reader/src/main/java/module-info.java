/** Reads CTF traces: metadata, packets, event records, merged by time. */
module org.genevent.reader {
  exports org.genevent.reader;
  exports org.genevent.reader.output;

  requires transitive org.genevent.model;
}
