/** Where generated files go: into a folder, all or none, or into a comparison with one. */
package org.genevent.cli.output;
