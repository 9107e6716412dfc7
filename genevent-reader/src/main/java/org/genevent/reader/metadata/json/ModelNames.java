package org.genevent.reader.metadata.json;

/**
 * The names of members and options as the model has them: with an underscore in front, which in TSDL keeps them from being
 * words of the language. So whoever looks at names need not know which version of CTF they come from.
 */
final class ModelNames {

  /** What our writers call the one value of a structure that is only there for a length or tag; no field has such a name. */
  private static final String WRAPPED = "(value)";

  private ModelNames() {}

  static String of(String name) {
    return name.equals(WRAPPED) ? "value" : "_" + name;
  }
}
