package org.genevent.processor;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.genevent.abi.Abi;
import org.genevent.binding.JavaTracer;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;

/**
 * Makes tracers from annotated interfaces.
 *
 * <p>Isolating: what is made for an interface depends on it and on the types that it names only. An interface that names
 * a type which another processor has yet to make waits for the next round. One with an error gets no tracer; the others
 * of the same compilation do.
 */
@AutoService(Processor.class)
public final class GeneventProcessor extends AbstractProcessor {

  private final Set<String> sourceTypes = new HashSet<>();
  private final Set<String> waiting = new TreeSet<>();
  private final Map<String, String> interfaceByFacility = new HashMap<>();
  private final Map<String, String> interfaceByTracer = new HashMap<>();
  private FindingPrinter printer;
  private LayoutRule rule;
  private TracerFiles files;

  /** A processor, as compilers make it. */
  public GeneventProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    printer = new FindingPrinter(environment, sourceTypes);
    rule = LayoutOption.rule(environment.getOptions());
    LayoutOption.finding(environment.getOptions()).ifPresent(printer::print);
    files = new TracerFiles(environment.getElementUtils(), environment.getFiler(), rule);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(LayoutOption.NAME);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return AnnotationName.SUPPORTED;
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      if (!interfaceByTracer.containsKey(Shapes.qualifiedName(type))) {
        sourceTypes.add(Shapes.qualifiedName(type));
      }
    }
    for (TypeElement type : candidates(annotations, round)) {
      try {
        process(type, round.processingOver());
      } catch (RuntimeException | LinkageError | ServiceConfigurationError | StackOverflowError e) {
        printer.print(Defect.finding(type, e));
      }
    }
    outside(annotations, round);
    return true;
  }

  /**
   * The annotated types of this round and those that wait, by name: no order of files shows in what is made. After an
   * error nothing is waited for: there will be no further round, and what is missing may be missing because of it.
   */
  private List<TypeElement> candidates(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Map<String, TypeElement> candidates = new HashMap<>();
    if (!round.errorRaised()) {
      for (String name : waiting) {
        candidates.put(name, processingEnv.getElementUtils().getTypeElement(name));
      }
    }
    waiting.clear();
    for (TypeElement annotation : annotations) {
      if (annotation.getQualifiedName().contentEquals(AnnotationName.FACILITY)) {
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
          candidates.put(Shapes.qualifiedName(type), type);
        }
      }
    }
    List<TypeElement> sorted = new ArrayList<>(candidates.values());
    sorted.sort(Comparator.comparing(Shapes::qualifiedName));
    return sorted;
  }

  private void process(TypeElement type, boolean isLastRound) {
    AnnotationUse annotation = AnnotationUse.on(type, AnnotationName.FACILITY).orElseThrow();
    DeclaredFacility declared =
        new InterfaceReader(processingEnv.getElementUtils()).read(type, annotation);
    Report report = declared.report();
    if (report.isMissingTypes() && !isLastRound) {
      waiting.add(Shapes.qualifiedName(type));
      return;
    }
    if (declared.facility().isPresent()) {
      Facility facility = declared.facility().get();
      JavaTracer tracer = declared.tracer().orElseThrow();
      taken(type, facility, tracer, report);
      if (report.findings().hasErrors()) {
        FacilityChecks.check(facility, rule, List.of(Abi.JAVA), report.findings());
      } else {
        files.make(type, facility, tracer, report.findings());
      }
    }
    printer.print(report.findings().list());
  }

  /** Names that another interface of this compilation, or the user's own class, has already. */
  private void taken(TypeElement type, Facility facility, JavaTracer tracer, Report report) {
    String own = Shapes.qualifiedName(type);
    String firstOfName = interfaceByFacility.putIfAbsent(facility.name(), own);
    if (firstOfName != null) {
      report
          .findings()
          .add(Diagnostic.of(
                  DiagnosticCode.FACILITY_DUPLICATE,
                  facility.origin().part("name"),
                  "the facility '" + facility.name() + "' is declared twice")
              .withRule("the first is " + firstOfName)
              .withFix("give one of them another name: @Facility(name = \"…\")"));
    }
    String tracerName = tracer.packageName().isEmpty()
        ? tracer.className()
        : tracer.packageName() + "." + tracer.className();
    String firstOfTracer = interfaceByTracer.putIfAbsent(tracerName, own);
    if (firstOfTracer != null || sourceTypes.contains(tracerName)) {
      report.add(
          DiagnosticCode.JAVA_TRACER_TAKEN,
          Spot.of(type),
          "the name '" + tracer.className() + "' of the tracer is taken",
          firstOfTracer != null
              ? "it is the tracer of " + firstOfTracer
              : "there is a class of that name in the same package",
          "give the interface another name");
    }
  }

  /** Annotations of events on methods of types that are no facility. */
  private void outside(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Report report = new Report();
    for (TypeElement annotation : annotations) {
      String name = Shapes.qualifiedName(annotation);
      if (!AnnotationName.ON_EVENTS.contains(name)) {
        continue;
      }
      for (ExecutableElement method :
          ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation))) {
        Element around = method.getEnclosingElement();
        if (AnnotationUse.on(around, AnnotationName.FACILITY).isEmpty()) {
          Optional<AnnotationUse> use = AnnotationUse.on(method, name);
          use.ifPresent(there -> EventMethodChecks.outside(method, there, report));
        }
      }
    }
    printer.print(report.findings().list());
  }
}
