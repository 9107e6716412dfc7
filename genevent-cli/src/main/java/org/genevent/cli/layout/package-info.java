/** Shows layouts to people, as a table, and to programs, as JSON. */
package org.genevent.cli.layout;
