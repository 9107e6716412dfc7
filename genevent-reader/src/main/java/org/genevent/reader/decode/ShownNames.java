package org.genevent.reader.decode;

/** What people see of the names in metadata. */
enum ShownNames {
  /** Without the underscore that keeps a name from being a word of TSDL. */
  WITHOUT_UNDERSCORE,
  /** As they are: JSON needs no such help. */
  AS_WRITTEN;

  static ShownNames of(int majorVersion) {
    return majorVersion == 1 ? WITHOUT_UNDERSCORE : AS_WRITTEN;
  }

  String of(String name) {
    return this == WITHOUT_UNDERSCORE && name.length() > 1 && name.startsWith("_")
        ? name.substring(1)
        : name;
  }
}
