/** The way from facilities to generated files: check everything, plan everything, print everything, then hand over. */
package org.genevent.pipeline;
