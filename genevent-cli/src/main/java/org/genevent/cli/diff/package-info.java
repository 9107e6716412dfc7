/** What two versions of facilities promise, read from files, folders and traces, and how their differences are shown. */
package org.genevent.cli.diff;
