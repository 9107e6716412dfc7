/** The command as a process among others: what only shows with pipes, terminals and a heap of its own. */
package org.genevent.command;
