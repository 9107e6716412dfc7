package org.genevent.kernel;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
      "aarch64-linux-gnu-gcc"),
  ARMHF(
      DataModel.ILP32,
      ByteOrder.LITTLE_ENDIAN,
      "qemu-system-arm",
      "arm-linux-gnueabihf-",
      "arm-linux-gnueabihf-gcc"),
  S390X(
      DataModel.LP64,
      ByteOrder.BIG_ENDIAN,
      "qemu-system-s390x",
      "s390x-linux-gnu-",
      "s390x-linux-gnu-gcc");

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

  String arch() {
    return name().toLowerCase(Locale.ROOT);
  }

  Abi abi() {
    return new Abi(dataModel, byteOrder);
  }

  String userCompiler() {
    return userCompiler;
  }

  void requireTools() {
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
    tools.add(userCompiler);
    tools.forEach(ExternalTool::require);
  }
}
