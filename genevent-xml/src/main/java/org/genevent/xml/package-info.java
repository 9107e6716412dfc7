/**
 * Facility files: {@link org.genevent.xml.FacilityReader} reads them, {@link org.genevent.xml.FacilityWriter} writes
 * them. The format is described in {@code docs/facility-xml.md}.
 *
 * <p>Reading goes in steps, each of which stops the file if it found an error: bytes ({@code FacilityBytes}), text
 * ({@code SourceText}), tags with their positions ({@code MarkupScanner}), elements with their values by Jackson's
 * streaming parser ({@code ElementTree}), and only then meaning ({@code FacilityFromXml} and its neighbours), where
 * everything that is wrong is reported in one run.
 */
package org.genevent.xml;
