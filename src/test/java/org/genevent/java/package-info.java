/** Generated Java tracers: their text, the bytes that they write, and how they behave. */
package org.genevent.java;
