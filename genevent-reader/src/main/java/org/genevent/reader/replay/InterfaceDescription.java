package org.genevent.reader.replay;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.FacilityContract;
import org.genevent.contract.TraceContracts;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.metadata.ParsedMetadata;

/**
 * What the annotation processor wrote about an interface: a resource beside its class, {@code
 * META-INF/genevent/interfaces/NAME.txt} with the interface's binary name. A few lines of words, an empty line, then the
 * metadata of a trace with the facility's events:
 *
 * <pre>
 * genevent-interface 1
 * facility NAME
 * context BINARY-NAME          the record of the context, if there is one
 * method EVENT METHOD          for each event, in order
 * </pre>
 */
final class InterfaceDescription {

  private static final String FIRST_LINE = "genevent-interface 1";

  private final Class<?> declared;
  private final FacilityContract contract;
  private final Map<String, Method> methods;
  private final Optional<Class<?>> context;

  private InterfaceDescription(
      Class<?> declared,
      FacilityContract contract,
      Map<String, Method> methods,
      Optional<Class<?>> context) {
    this.declared = declared;
    this.contract = contract;
    this.methods = methods;
    this.context = context;
  }

  Class<?> declared() {
    return declared;
  }

  FacilityContract contract() {
    return contract;
  }

  /** The method of an event of the facility. */
  Method method(String event) {
    return methods.get(event);
  }

  Optional<Class<?>> context() {
    return context;
  }

  static InterfaceDescription of(Class<?> declared) throws BindingFailure {
    if (!declared.isInterface()) {
      throw new BindingFailure(declared.getName() + " is not an interface");
    }
    String text = read(declared);
    int end = text.indexOf("\n\n");
    if (!text.startsWith(FIRST_LINE + "\n") || end < 0) {
      throw new BindingFailure("what the annotation processor wrote about " + declared.getName()
          + " is of another version: compile the interface with the processor of this version");
    }
    String facility = "";
    Optional<Class<?>> context = Optional.empty();
    Map<String, Method> methods = new LinkedHashMap<>();
    for (String line : text.substring(0, end).split("\n")) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("facility") && words.length == 2) {
        facility = words[1];
      } else if (words[0].equals("context") && words.length == 2) {
        context = Optional.of(contextRecord(declared, words[1]));
      } else if (words[0].equals("method") && words.length == 3) {
        methods.put(words[1], method(declared, words[2]));
      }
    }
    FacilityContract contract = contract(declared, facility, text.substring(end + 2));
    for (ContractEvent event : contract.events()) {
      if (!methods.containsKey(event.name())) {
        throw new BindingFailure("what the annotation processor wrote about " + declared.getName()
            + " names no method of the event '" + event.name() + "'");
      }
    }
    return new InterfaceDescription(declared, contract, methods, context);
  }

  private static String read(Class<?> declared) throws BindingFailure {
    String path = "META-INF/genevent/interfaces/" + declared.getName() + ".txt";
    ClassLoader loader = declared.getClassLoader();
    try (InputStream in = loader == null
        ? ClassLoader.getSystemResourceAsStream(path)
        : loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new BindingFailure("there is no resource " + path + " beside " + declared.getName()
            + ": it is no facility, or was compiled without genevent's annotation processor");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BindingFailure("the resource " + path + " cannot be read: " + e.getMessage());
    }
  }

  private static Class<?> contextRecord(Class<?> declared, String name) throws BindingFailure {
    try {
      return Class.forName(name, false, declared.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new BindingFailure(
          "the context " + name + " of " + declared.getName() + " cannot be loaded: " + e);
    }
  }

  private static Method method(Class<?> declared, String name) throws BindingFailure {
    List<Method> found = Arrays.stream(declared.getDeclaredMethods())
        .filter(method -> method.getName().equals(name)
            && Modifier.isAbstract(method.getModifiers())
            && !method.isSynthetic())
        .toList();
    if (found.size() != 1) {
      throw new BindingFailure(declared.getName() + " has no method " + name
          + " any more: compile it with the annotation processor");
    }
    return found.get(0);
  }

  private static FacilityContract contract(Class<?> declared, String facility, String metadata)
      throws BindingFailure {
    Findings findings = new Findings();
    Optional<TraceClass> trace = MetadataParser.parse(
            declared.getName(), metadata.getBytes(StandardCharsets.UTF_8), findings)
        .map(ParsedMetadata::traceClass);
    if (findings.hasErrors() || trace.isEmpty()) {
      throw new BindingFailure("what the annotation processor wrote about " + declared.getName()
          + " is damaged: "
          + findings.list().stream().findFirst().map(Diagnostic::message).orElse("no metadata"));
    }
    return TraceContracts.of(trace.get()).stream()
        .filter(found -> found.name().equals(facility))
        .findFirst()
        .orElseThrow(() -> new BindingFailure("what the annotation processor wrote about "
            + declared.getName() + " does not describe the facility '" + facility + "'"));
  }
}
