/** Facility XML in and out, with line and column. */
module org.genevent.xml {
  requires java.xml;
  requires transitive org.genevent.model;
  requires tools.jackson.core;
  requires tools.jackson.dataformat.xml;

  exports org.genevent.xml;
}
