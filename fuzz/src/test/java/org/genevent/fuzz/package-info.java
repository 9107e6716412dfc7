/**
 * Fuzz targets: whatever the bytes, reading them ends soon, within bounded memory, with values or findings.
 *
 * <p>{@code fuzz/run} looks for new cases; {@link org.genevent.fuzz.FoundCasesTest} replays those that are kept.
 */
package org.genevent.fuzz;
