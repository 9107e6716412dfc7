package org.genevent.emit;

import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;

/**
 * Prints facilities as readers of LTT traces take them: the one place of the project that does, behind an interface so
 * that others need not depend on it. Found by {@link java.util.ServiceLoader}.
 */
public interface DescriptionPrinter {

  /**
   * Says what of a facility a tracer for LTT traces cannot have.
   *
   * @param plan the facility; free of errors by the common checks
   * @return findings; with an error among them it cannot be printed
   */
  List<Diagnostic> check(FacilityPlan plan);

  /**
   * The name of the file that readers look for.
   *
   * @param facility the facility
   * @return a name without a folder, for example {@code shop.xml}
   */
  String fileName(Facility facility);

  /**
   * The description, without the texts that are meant for people.
   *
   * @param facility the facility; free of errors by {@link #check}
   * @return markup with line feeds, with one at its end
   */
  String text(Facility facility);

  /** What stands where none is installed; every call is a defect of the installation. */
  DescriptionPrinter MISSING = new DescriptionPrinter() {
    @Override
    public List<Diagnostic> check(FacilityPlan plan) {
      throw missing();
    }

    @Override
    public String fileName(Facility facility) {
      throw missing();
    }

    @Override
    public String text(Facility facility) {
      throw missing();
    }

    private static IllegalStateException missing() {
      return new IllegalStateException("no DescriptionPrinter is installed");
    }
  };
}
