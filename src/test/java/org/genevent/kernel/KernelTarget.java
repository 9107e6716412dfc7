package org.genevent.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.proof.ExternalTool;

/** An architecture whose kernel is booted; {@code genevent-kernel/lab/machine} has the rest. */
enum KernelTarget {
  AMD64(DataModel.LP64, ByteOrder.LITTLE_ENDIAN, "qemu-system-x86_64", "", "gcc"),
  I386(DataModel.ILP32, ByteOrder.LITTLE_ENDIAN, "qemu-system-i386", "", "i686-linux-gnu-gcc"),
  ARM64(
      DataModel.LP64,
      ByteOrder.LITTLE_ENDIAN,
      "qemu-system-aarch64",
      "aarch64-linux-gnu-",
      "aarch64-linux-gnu-gcc-12"),
  ARMHF(
      DataModel.ILP32,
      ByteOrder.LITTLE_ENDIAN,
      "qemu-system-arm",
      "arm-linux-gnueabihf-",
      "arm-linux-gnueabihf-gcc-12"),
  S390X(
      DataModel.LP64,
      ByteOrder.BIG_ENDIAN,
      "qemu-system-s390x",
      "s390x-linux-gnu-",
      "s390x-linux-gnu-gcc-12");

  /** The environment variable with the names of further architectures to boot, or {@code all}. */
  private static final String ASKING = "GENEVENT_KERNELS";

  private static final Set<KernelTarget> EVERY_TIME = Set.of(AMD64, S390X);

  private final DataModel dataModel;
  private final ByteOrder byteOrder;
  private final String emulator;
  private final String cross;
  private final String userCompiler;

  KernelTarget(
      DataModel dataModel,
      ByteOrder byteOrder,
      String emulator,
      String cross,
      String userCompiler) {
    this.dataModel = dataModel;
    this.byteOrder = byteOrder;
    this.emulator = emulator;
    this.cross = cross;
    this.userCompiler = userCompiler;
  }

  private boolean asked() {
    String wanted = System.getenv(ASKING);
    List<String> names = wanted == null ? List.of() : List.of(wanted.split("[ ,]+"));
    return names.contains("all") || names.contains(arch());
  }

  String arch() {
    return name().toLowerCase(Locale.ROOT);
  }

  Abi abi() {
    return new Abi(dataModel, byteOrder);
  }

  String cross() {
    return cross;
  }

  String userCompiler() {
    return userCompiler;
  }

  /** Whether its instructions say how long they are, so that the lab knows of each that has no probe. */
  boolean tellsInstructions() {
    return this != AMD64 && this != I386;
  }

  /** Ends the test if this architecture is not asked for, or a program is missing. */
  void requireTools() {
    assumeTrue(
        EVERY_TIME.contains(this) || asked(),
        () -> "skipped: " + ASKING + "=" + arch() + " or =all runs it");
    List<String> tools = new ArrayList<>(List.of(
        "bash",
        "apt-get",
        "dpkg-deb",
        "make",
        "sparse",
        "cpio",
        "xz",
        "flock",
        "timeout",
        emulator));
    // the kernel's own build calls the compiler that it was built with, by this name
    tools.add(cross + "gcc-12");
    tools.add(cross + "objdump");
    tools.add(userCompiler);
    tools.forEach(ExternalTool::require);
  }
}
