package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genevent.abi.DataModel;
import org.genevent.cli.Main;
import org.genevent.ctf.EveryClass;
import org.genevent.golden.Golden;
import org.genevent.proof.ExternalTool;
import org.genevent.xml.FacilityWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Generated folders build as they are, their modules load, and what they trace is read with the values that went in.
 *
 * <p>Old facilities are tried too where {@code -Dgenevent.corpus} names their folder.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class FoldersKernelTest {

  private static final List<String> OLD = List.of("process", "fs", "timer", "user_generic");

  /** Goldens of values that C types of 32 bits hold have this in their names. */
  private static final String NARROW = "-ilp32";

  private static KernelLab lab;
  private static KernelFolders folders;
  private static boolean hasCorpus;
  private static Path results;

  /** Takes the target, which only concerns the boot. */
  FoldersKernelTest(KernelTarget target) {}

  @BeforeParameterizedClassInvocation
  static void boot(KernelTarget target) throws IOException {
    lab = KernelLab.of(target);
    folders = new KernelFolders(lab);
    List<Path> built = new ArrayList<>();
    Path shop = folders.caller("shop");
    Files.writeString(shop.resolve("shop.xml"), FacilityWriter.write(EveryClass.facility(false)));
    KernelFolders.assertClean(folders.buildCaller(shop, List.of()));
    built.add(shop);
    Path custom = folders.caller("custom");
    KernelFolders.assertClean(folders.buildCaller(custom, List.of()));
    built.add(custom);
    String corpus = System.getProperty("genevent.corpus");
    hasCorpus = corpus != null;
    if (hasCorpus) {
      built.addAll(buildCorpus(Path.of(corpus, "facilities")));
    }
    results = folders.run(built);
  }

  private static List<Path> buildCorpus(Path corpus) {
    List<Path> files = OLD.stream().map(name -> corpus.resolve(name + ".xml")).toList();
    Path plain = folders.generate("plain", files);
    Path merged = folders.generate("merged", files, "--merged");
    KernelFolders.assertClean(folders.build(plain));
    KernelFolders.assertClean(folders.build(merged));
    Path caller = folders.caller("corpus");
    KernelFolders.assertClean(
        folders.buildCaller(caller, List.of(plain), "PLAIN=" + plain, "MERGED=" + merged));
    return List.of(plain, caller);
  }

  /** The events of facilities as a program prints them, without what is another each time. */
  private static String events(String printed, List<String> facilities) {
    StringBuilder text = new StringBuilder();
    for (String line : printed.split("\n")) {
      String event = line.replaceFirst("^\\[?[0-9].*?(?=[a-z_]+:)", "")
          .replaceAll("duration_ns( ?= ?)[0-9]+", "duration_ns$1N")
          .replaceAll("cpu_id = [0-9]+", "cpu_id = N");
      if (facilities.contains(event.replaceFirst(":.*", ""))) {
        text.append(event).append('\n');
      }
    }
    return text.toString();
  }

  private static boolean isWide() {
    return lab.target().abi().dataModel() == DataModel.LP64;
  }

  private static void check(String name, List<String> facilities) {
    String golden = "kernel/traced-" + name + (isWide() ? "" : NARROW);
    String folder = results.resolve("traces/folders").toString();
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    assertEquals(0, Main.run(writer, writer, "read", folder), said::toString);
    Golden.check(golden + ".txt", events(said.toString(), facilities));
    String reference =
        ExternalTool.require("babeltrace2").run("--no-delta", folder).outOrFail();
    Golden.check(golden + "-babeltrace2.txt", events(reference, facilities));
  }

  @Test
  void nothingIsLost() {
    new KernelTraceCheck(results, "folders").balances().loses(0, 0);
  }

  @Test
  void everyFieldClassKeepsItsValues() {
    check("shop", List.of("shop"));
  }

  @Test
  void handWrittenHeadersWriteCustomSequences() {
    check("custom", List.of("mm"));
  }

  @Test
  void oldFacilitiesKeepTheirValues() {
    assumeTrue(hasCorpus, "skipped: -Dgenevent.corpus=FOLDER names a folder of old facilities");
    check("old", OLD);
  }

  @Test
  void codeForAnotherVersionOfAFacilityDoesNotLink() throws IOException {
    String text = Files.readString(Golden.root().resolve("genevent-kernel/lab/module/lab.xml"));
    Path old = folders.write("old/lab.xml", text);
    Path newer = folders.write(
        "newer/lab.xml", text.replace("</facility>", "<event name=\"added\"/></facility>"));
    Path registered = folders.generate("old", List.of(old));
    Path called = folders.generate("newer", List.of(newer));
    KernelFolders.assertClean(folders.build(registered));
    folders.write(
        "stale/Kbuild", "obj-m := stale.o\nccflags-y := -I" + called + " -I$(GENEVENT)/include\n");
    Path source = folders.write("stale/stale.c", """
        // SPDX-License-Identifier: GPL-2.0-only OR MIT
        #include <linux/module.h>
        #include "genevent-facility-lab.h"

        static int __init stale_init(void)
        {
        	genevent_lab_fact(1);
        	return 0;
        }
        module_init(stale_init);
        MODULE_LICENSE("Dual MIT/GPL");
        MODULE_DESCRIPTION("made for another version");
        """);
    ExternalTool.Result build = folders.buildCaller(source.getParent(), List.of(registered));
    assertNotEquals(0, build.exitStatus());
    assertTrue(
        build.err().matches("(?s).*modpost: \"genevent_facility_lab_[0-9A-F]{8}\" .*undefined!.*"),
        build::err);
  }

  @Test
  void theKernelsOwnConfigurationTakesTheSwitches() throws IOException {
    Path xml = folders.write(
        "switches/lab.xml",
        Files.readString(Golden.root().resolve("genevent-kernel/lab/module/lab.xml")));
    Path generated = folders.generate("switches", List.of(xml));
    Path kconfig = folders.write("switches/Kconfig", """
        mainmenu "a kernel"
        config MODULES
        	def_bool y
        	modules
        config DEBUG_FS
        	def_bool y
        config NET
        	def_bool y
        config RELAY
        	bool
        config IRQ_WORK
        	bool
        source "%s"
        source "%s"
        """.formatted(
            Golden.root().resolve("genevent-kernel/Kconfig"), generated.resolve("Kconfig")));
    Map<String, String> answers = Map.of("--allmodconfig", "m", "--allyesconfig", "y");
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      Path made = Files.createDirectories(kconfig.resolveSibling("made" + answer.getKey()));
      Path config = made.resolve("config");
      ExternalTool.Result result = lab.configurator()
          .run(
              Map.of(
                  "KCONFIG_CONFIG", config.toString(),
                  "KCONFIG_AUTOCONFIG", made.resolve("auto.conf").toString(),
                  "KCONFIG_AUTOHEADER", made.resolve("autoconf.h").toString(),
                  "KCONFIG_RUSTCCFG", made.resolve("rustc_cfg").toString()),
              answer.getKey(),
              kconfig.toString());
      assertEquals("", result.err());
      result.outOrFail();
      String switches = Files.readString(config);
      for (String name : List.of("GENEVENT", "GENEVENT_FACILITY_LAB")) {
        assertTrue(switches.contains("CONFIG_" + name + "=" + answer.getValue() + "\n"), switches);
      }
    }
  }

  private static String refusal(String option, String value) throws IOException {
    Path xml = folders.write(
        "other/lab.xml",
        Files.readString(Golden.root().resolve("genevent-kernel/lab/module/lab.xml")));
    ExternalTool.Result build =
        folders.build(folders.generate("other-" + value, List.of(xml), option, value));
    assertNotEquals(0, build.exitStatus());
    return build.err();
  }

  @Test
  void headersForAnotherDataModelDoNotCompile() throws IOException {
    String other = isWide() ? "ilp32" : "lp64";
    String said = refusal("--data-model", other);
    assertTrue(
        said.contains("static assertion failed: \"genevent: facility lab was generated for the data"
            + " model " + other.toUpperCase(Locale.ROOT)),
        said);
  }

  @Test
  void headersForTheOtherByteOrderDoNotCompile() throws IOException {
    String other = lab.target().abi().byteOrder() == ByteOrder.BIG_ENDIAN ? "little" : "big";
    String said = refusal("--byte-order", other);
    assertTrue(
        said.contains("static assertion failed: \"genevent: facility lab was generated for " + other
            + "-endian targets"),
        said);
  }
}
