package org.genevent.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.genevent.binding.JavaTracer;
import org.genevent.model.Facility;

/**
 * What became of an annotated type.
 *
 * @param type the type
 * @param report what is wrong with it
 * @param facility the facility, as far as it could be read; empty if the type is not even an interface
 * @param tracer the tracer class, under the same condition
 */
record DeclaredFacility(
    TypeElement type, Report report, Optional<Facility> facility, Optional<JavaTracer> tracer) {}
