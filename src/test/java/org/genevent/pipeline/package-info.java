/** The pipeline with all emitters. */
package org.genevent.pipeline;
