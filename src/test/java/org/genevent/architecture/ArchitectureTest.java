package org.genevent.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  @TempDir
  Path scratch;

  static Stream<ModuleRule> builtModules() {
    return ModuleRule.ALL.stream().filter(module -> Files.isDirectory(module.classes()));
  }

  @ParameterizedTest
  @MethodSource("builtModules")
  void aModuleUsesOnlyWhatItsRuleNames(ModuleRule module) throws IOException {
    Set<String> own = Jdeps.packages(module.classes());
    List<Jdeps.Use> forbidden = Jdeps.uses(module.classes(), scratch).stream()
        .filter(use -> !own.contains(use.to()) && !module.allows(use))
        .toList();
    assertEquals(List.of(), forbidden, module.folder());
  }

  @Test
  void aLayerOfTheModelUsesOnlyThoseBeforeIt() throws IOException {
    Path classes = Tree.ROOT.resolve("genevent-model/target/classes");
    List<String> layers = ModuleRule.MODEL_LAYERS;
    assertEquals(
        List.of(),
        Jdeps.packages(classes).stream().filter(name -> !layers.contains(name)).toList(),
        "packages that are no layer yet");
    List<Jdeps.Use> upward = Jdeps.uses(classes, scratch).stream()
        .filter(use -> layers.indexOf(use.to()) > layers.indexOf(use.from()))
        .toList();
    assertEquals(List.of(), upward);
  }

  @Test
  void everyModuleWithSourcesHasARule() {
    Set<String> withSources = Tree.files(".java").stream()
        .map(Tree::name)
        .filter(name -> name.contains("/src/main/java/") && !name.startsWith("examples/"))
        .map(name -> name.substring(0, name.indexOf("/src/main/java/")))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> withRule =
        ModuleRule.ALL.stream().map(ModuleRule::folder).collect(Collectors.toSet());
    withSources.removeAll(withRule);
    assertEquals(Set.of(), withSources);
  }

  @Test
  void aForbiddenUseIsSeen() throws IOException {
    ModuleRule strict = new ModuleRule("genevent-model", Set.of(), List.of());
    Path tests = Tree.ROOT.resolve("genevent-tests/target/test-classes");
    Set<String> refused = Jdeps.uses(tests, scratch).stream()
        .filter(use -> use.from().equals("org.genevent.architecture") && !strict.allows(use))
        .map(Jdeps.Use::to)
        .collect(Collectors.toSet());
    assertTrue(refused.contains("org.junit.jupiter.api"), refused::toString);
    assertTrue(!refused.contains("java.util"), refused::toString);
  }
}
