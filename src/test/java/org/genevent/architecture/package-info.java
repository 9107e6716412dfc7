/**
 * Who may depend on whom, held against the built classes, and what every file of the tree has to obey.
 */
package org.genevent.architecture;
