package org.genevent.reader.csv;

import java.util.Objects;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.query.EventFact;

/**
 * A column of a table: a fact or a field.
 *
 * @param header what stands above it: what expressions call it
 * @param fact what of every event it holds, or null for a field
 * @param path where the field is, or null for a fact
 */
record CsvColumn(String header, EventFact fact, FieldPath path) {
  CsvColumn {
    Objects.requireNonNull(header);
    if ((fact == null) == (path == null)) {
      throw new IllegalArgumentException("a column is a fact or a field: " + header);
    }
  }
}
