/** What fields events have, as people see them: without helpers, without the underscores of the metadata. */
package org.genevent.reader.field;
