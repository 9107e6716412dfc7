package org.genevent.processor;

import org.genevent.binding.JavaTracer;
import org.genevent.model.Event;
import org.genevent.model.Facility;

/**
 * What typed replay must know of an interface and cannot see in its class: which method is which event, and the classes of
 * the fields, as the metadata of a trace says them.
 *
 * <pre>
 * genevent-interface 1
 * facility NAME
 * context BINARY-NAME          the record of the context, if there is one
 * method EVENT METHOD          for each event, in order
 *
 * /* CTF 1.8 …                 what the CTF emitter prints
 * </pre>
 */
final class InterfaceFile {

  /** Not a package's name: modules hide resources in packages only. */
  private static final String FOLDER = "META-INF/genevent/interfaces/";

  private InterfaceFile() {}

  /** Where the file of an interface lies. */
  static String path(String binaryName) {
    return FOLDER + binaryName + ".txt";
  }

  /** The text; the context's name is empty if there is none. */
  static String text(Facility facility, JavaTracer tracer, String context, String metadata) {
    StringBuilder text = new StringBuilder("genevent-interface 1\n");
    text.append("facility ").append(facility.name()).append('\n');
    if (!context.isEmpty()) {
      text.append("context ").append(context).append('\n');
    }
    for (int i = 0; i < facility.events().size(); i++) {
      Event event = facility.events().get(i);
      String method = tracer.methods().get(i).name();
      text.append("method ").append(event.name()).append(' ').append(method).append('\n');
    }
    return text.append('\n').append(metadata).toString();
  }
}
