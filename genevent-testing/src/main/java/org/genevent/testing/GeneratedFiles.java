package org.genevent.testing;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.pipeline.GenerationPipeline;
import org.genevent.pipeline.GenerationRequest;
import org.genevent.pipeline.GenerationResult;
import org.genevent.plan.FacilityPlan;
import org.opentest4j.AssertionFailedError;

/**
 * What is generated from facilities, held against files that are checked in, so that no change of a declaration changes
 * headers, metadata or layout unseen:
 *
 * <pre>{@code
 * GeneratedFiles.of(ShopEvents.class).emit("kernel", "ctf").match(Path.of("src/test/generated"));
 * }</pre>
 *
 * <p>The folder has one folder for each emitter, and {@code layout/} with a file for each facility and data model: offsets,
 * classes, labels, ids, checksum. With {@code -Dgenevent.renew=true} the files are written, and the test fails once more
 * to say so.
 */
public final class GeneratedFiles {

  /** The system property that has the files written. */
  public static final String RENEW = "genevent.renew";

  private static final String LAYOUT = "layout";
  private static final int CONTEXT_LINES = 3;

  private final List<Facility> facilities;
  private final Map<String, String> options = new LinkedHashMap<>();
  private List<String> emitters = List.of("kernel", "ctf");
  private List<DataModel> dataModels = List.of(DataModel.LP64);
  private ByteOrder byteOrder = ByteOrder.LITTLE_ENDIAN;
  private LayoutRule rule = LayoutRule.NATURAL;

  private GeneratedFiles(List<Facility> facilities) {
    this.facilities = facilities;
  }

  /**
   * The files of annotated interfaces.
   *
   * @param declared interfaces with {@code @Facility}
   * @return the files, of the emitters {@code kernel} and {@code ctf} for LP64, little-endian
   */
  public static GeneratedFiles of(Class<?>... declared) {
    return new GeneratedFiles(Stream.of(declared).map(FacilitySource::of).toList());
  }

  /**
   * The files of facility files.
   *
   * @param files facility files
   * @return the files, of the emitters {@code kernel} and {@code ctf} for LP64, little-endian
   */
  public static GeneratedFiles of(Path... files) {
    return new GeneratedFiles(Stream.of(files).map(FacilitySource::of).toList());
  }

  /**
   * Chooses emitters.
   *
   * @param names emitters, as {@code genevent generate --emit} takes them; none for the layout alone
   * @return this
   */
  public GeneratedFiles emit(String... names) {
    emitters = List.of(names);
    return this;
  }

  /**
   * Chooses data models.
   *
   * @param models the targets
   * @return this
   */
  public GeneratedFiles dataModels(DataModel... models) {
    dataModels = List.of(models);
    return this;
  }

  /**
   * Chooses the order of bytes.
   *
   * @param order that of the targets
   * @return this
   */
  public GeneratedFiles byteOrder(ByteOrder order) {
    byteOrder = order;
    return this;
  }

  /**
   * Chooses the layout rule.
   *
   * @param layoutRule the rule
   * @return this
   */
  public GeneratedFiles layout(LayoutRule layoutRule) {
    rule = layoutRule;
    return this;
  }

  /**
   * Sets an option of an emitter.
   *
   * @param name for example {@code java.package}
   * @param value its value
   * @return this
   */
  public GeneratedFiles option(String name, String value) {
    options.put(name, value);
    return this;
  }

  /**
   * Fails, with a unified diff, if a folder has other files than would be generated.
   *
   * @param folder the checked-in folder, from the directory in which tests run
   */
  public void match(Path folder) {
    Map<String, String> generated = generate();
    try {
      if (Boolean.getBoolean(RENEW)) {
        renew(folder, generated);
      } else {
        compare(folder, generated);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> generate() {
    List<Abi> abis = dataModels.stream().map(model -> new Abi(model, byteOrder)).toList();
    EmitterRegistry registry = EmitterRegistry.load(GeneratedFiles.class.getClassLoader());
    GenerationResult result = new GenerationPipeline(registry)
        .run(new GenerationRequest(facilities, emitters, abis, rule, options, Map.of()));
    FacilitySource.failIfAny(result.findings());
    Map<String, String> files = new TreeMap<>();
    for (GeneratedFile file : result.files()) {
      files.put(file.path(), file.text());
    }
    for (Facility facility : facilities) {
      for (Abi abi : abis) {
        String name = facility.baseName() + "_" + abi.dataModel().optionName() + ".txt";
        files.put(LAYOUT + "/" + name, LayoutFile.text(FacilityPlan.of(facility, abi, rule)));
      }
    }
    return files;
  }

  private static void renew(Path folder, Map<String, String> generated) throws IOException {
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!file.getValue().equals(read(path))) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
        written.add(path.toString());
      }
    }
    for (String stale : stale(folder, generated)) {
      written.add(folder.resolve(stale) + " is not generated any more: delete it");
    }
    if (!written.isEmpty()) {
      throw new AssertionFailedError("renewed, look at the difference and run again without -D"
          + RENEW + ":\n  " + String.join("\n  ", written));
    }
  }

  private static void compare(Path folder, Map<String, String> generated) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path path = folder.resolve(file.getKey());
      String found = read(path);
      if (!file.getValue().equals(found)) {
        lines.addAll(diff(path.toString(), found, file.getKey(), file.getValue()));
      }
    }
    for (String path : stale(folder, generated)) {
      lines.add(folder.resolve(path) + " is not generated any more: delete it");
    }
    if (!lines.isEmpty()) {
      throw new AssertionFailedError("the generated files are not those in " + folder
          + "; if that is right, write them by -D" + RENEW + "=true\n" + String.join("\n", lines));
    }
  }

  private static String read(Path path) throws IOException {
    return Files.isRegularFile(path)
        ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
        : "";
  }

  private static List<String> diff(String path, String found, String name, String wanted) {
    List<String> before = lines(found);
    List<String> after = lines(wanted);
    List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
        path, name + " (generated)", before, DiffUtils.diff(before, after), CONTEXT_LINES);
    if (before.isEmpty()) {
      // nothing has no first line
      diff.replaceAll(line -> line.replace("@@ -1,0 +", "@@ -0,0 +"));
    }
    return diff;
  }

  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    boolean ends = text.endsWith("\n");
    List<String> lines = new ArrayList<>(
        List.of((ends ? text.substring(0, text.length() - 1) : text).split("\n", -1)));
    if (!ends) {
      int last = lines.size() - 1;
      lines.set(last, lines.get(last) + "\n\\ No newline at end of file");
    }
    return lines;
  }

  /** Files in the folders that generated files lie in, which nobody generates. */
  private static List<String> stale(Path folder, Map<String, String> generated) throws IOException {
    List<String> stale = new ArrayList<>();
    for (String top : generated.keySet().stream()
        .map(path -> path.substring(0, path.indexOf('/')))
        .distinct()
        .toList()) {
      Path inside = folder.resolve(top);
      if (!Files.isDirectory(inside)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(inside)) {
        files
            .filter(Files::isRegularFile)
            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
            .filter(path -> !generated.containsKey(path))
            .sorted()
            .forEach(stale::add);
      }
    }
    return stale;
  }
}
