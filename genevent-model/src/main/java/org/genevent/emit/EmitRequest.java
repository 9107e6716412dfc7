package org.genevent.emit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genevent.binding.JavaTracer;
import org.genevent.plan.FacilityPlan;

/**
 * What an emitter is asked to print.
 *
 * @param plans the facilities, each once for every target: all of the first target, then all of the second, and so on
 * @param options options by name, as given; see {@link #option}
 * @param bindings the Java side of facilities that were declared as interfaces, by facility name
 * @param metadataPrinter prints field classes as TSDL for whoever carries their text
 * @param descriptionPrinter prints facilities for readers of LTT traces for whoever carries their text
 */
public record EmitRequest(
    List<FacilityPlan> plans,
    Map<String, String> options,
    Map<String, JavaTracer> bindings,
    MetadataPrinter metadataPrinter,
    DescriptionPrinter descriptionPrinter) {
  /** Copies the collections. */
  public EmitRequest {
    plans = List.copyOf(plans);
    options = Map.copyOf(options);
    bindings = Map.copyOf(bindings);
    Objects.requireNonNull(metadataPrinter);
    Objects.requireNonNull(descriptionPrinter);
  }

  /**
   * A request without descriptions for readers of LTT traces.
   *
   * @param plans the facilities
   * @param options options by name
   * @param bindings the Java side of facilities
   * @param metadataPrinter prints field classes as TSDL
   */
  public EmitRequest(
      List<FacilityPlan> plans,
      Map<String, String> options,
      Map<String, JavaTracer> bindings,
      MetadataPrinter metadataPrinter) {
    this(plans, options, bindings, metadataPrinter, DescriptionPrinter.MISSING);
  }

  /**
   * The value of an option.
   *
   * @param option the option
   * @return what was given, or the default
   */
  public String option(EmitterOption option) {
    return options.getOrDefault(option.name(), option.defaultValue());
  }

  /**
   * The Java side of a facility that was declared as an interface.
   *
   * @param plan the facility
   * @return the binding, or empty for facilities from elsewhere
   */
  public Optional<JavaTracer> binding(FacilityPlan plan) {
    return Optional.ofNullable(bindings.get(plan.facility().name()));
  }
}
