package org.genevent.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.genevent.abi.Abi;
import org.genevent.binding.JavaTracer;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;

/**
 * Everything that one run is asked for.
 *
 * @param facilities the facilities, in the order given
 * @param emitterNames the emitters to run, in the order given
 * @param abis the targets, in the order given
 * @param rule the layout rule
 * @param options options of emitters by name
 * @param bindings the Java side of facilities that were declared as interfaces, by facility name
 */
public record GenerationRequest(
    List<Facility> facilities,
    List<String> emitterNames,
    List<Abi> abis,
    LayoutRule rule,
    Map<String, String> options,
    Map<String, JavaTracer> bindings) {
  /** Copies the collections. */
  public GenerationRequest {
    facilities = List.copyOf(facilities);
    emitterNames = List.copyOf(emitterNames);
    abis = List.copyOf(abis);
    Objects.requireNonNull(rule);
    options = Map.copyOf(options);
    bindings = Map.copyOf(bindings);
  }
}
