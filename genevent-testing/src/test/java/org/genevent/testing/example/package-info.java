/** A user's program, and the tests that the user writes. */
package org.genevent.testing.example;
