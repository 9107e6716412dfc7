package org.genevent.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.genevent.emit.DescriptionPrinter;
import org.genevent.emit.Emitter;
import org.genevent.emit.MetadataPrinter;

/**
 * The emitters that are installed.
 *
 * @param emitters all emitters, by name
 * @param metadataPrinter the printer of field classes
 * @param descriptionPrinter the printer of facilities for LTT
 */
public record EmitterRegistry(
    List<Emitter> emitters,
    MetadataPrinter metadataPrinter,
    DescriptionPrinter descriptionPrinter) {
  /** Sorts the emitters by name, so that the order of the class path does not matter. */
  public EmitterRegistry {
    List<Emitter> sorted = new ArrayList<>(emitters);
    sorted.sort(Comparator.comparing(Emitter::name));
    emitters = List.copyOf(sorted);
  }

  /**
   * Emitters that nobody asks for LTT.
   *
   * @param emitters all emitters
   * @param metadataPrinter the printer of field classes
   */
  public EmitterRegistry(List<Emitter> emitters, MetadataPrinter metadataPrinter) {
    this(emitters, metadataPrinter, DescriptionPrinter.MISSING);
  }

  /**
   * Finds the emitters that a class loader sees.
   *
   * @param loader the class loader
   * @return the registry
   * @throws IllegalStateException if no printer of field classes is there, which is a defect of the installation
   */
  public static EmitterRegistry load(ClassLoader loader) {
    List<Emitter> emitters = new ArrayList<>();
    ServiceLoader.load(Emitter.class, loader).forEach(emitters::add);
    MetadataPrinter printer = ServiceLoader.load(MetadataPrinter.class, loader)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no MetadataPrinter is installed"));
    // only tracers with the layout of LTT ask for it
    DescriptionPrinter descriptions = ServiceLoader.load(DescriptionPrinter.class, loader)
        .findFirst()
        .orElse(DescriptionPrinter.MISSING);
    return new EmitterRegistry(emitters, printer, descriptions);
  }

  /**
   * The emitter of a name.
   *
   * @param name the name
   * @return the emitter, or empty when there is none
   */
  public Optional<Emitter> named(String name) {
    return emitters.stream().filter(emitter -> emitter.name().equals(name)).findFirst();
  }

  /**
   * The names of all emitters.
   *
   * @return the names, sorted
   */
  public List<String> names() {
    return emitters.stream().map(Emitter::name).toList();
  }
}
