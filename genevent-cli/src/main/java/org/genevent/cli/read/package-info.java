/** What {@code genevent read} and {@code genevent verify} need beside a reader: options, messages, progress, reports. */
package org.genevent.cli.read;
