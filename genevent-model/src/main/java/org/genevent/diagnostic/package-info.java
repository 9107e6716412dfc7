/**
 * Findings as values: a stable code, a place in the user's own source, what is wrong, the rule, and the fix.
 *
 * <p>A user's mistake is never an exception here. Front ends and checks add {@link
 * org.genevent.diagnostic.Diagnostic diagnostics} to {@link org.genevent.diagnostic.Findings} and go on, so that one run
 * reports everything; whoever writes files asks {@link org.genevent.diagnostic.Findings#hasErrors()} first. All codes
 * stand in {@link org.genevent.diagnostic.DiagnosticCode} and in {@code docs/diagnostics.md}.
 */
package org.genevent.diagnostic;
