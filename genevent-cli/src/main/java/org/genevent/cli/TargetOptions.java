package org.genevent.cli;

import java.nio.ByteOrder;
import java.util.List;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.layout.LayoutRule;
import picocli.CommandLine.Option;

/** The options that say what facilities are laid out for. */
final class TargetOptions {

  /** The byte orders, in the words of the option. */
  enum Order {
    LITTLE(ByteOrder.LITTLE_ENDIAN),
    BIG(ByteOrder.BIG_ENDIAN);

    private final ByteOrder byteOrder;

    Order(ByteOrder byteOrder) {
      this.byteOrder = byteOrder;
    }

    ByteOrder byteOrder() {
      return byteOrder;
    }
  }

  @Option(
      names = "--data-model",
      split = ",",
      paramLabel = "MODEL",
      defaultValue = "lp64",
      description =
          "data models of the targets: lp64, ilp32, llp64, ilp64, lp32 (default: ${DEFAULT-VALUE})")
  private List<DataModel> dataModels;

  @Option(
      names = "--byte-order",
      paramLabel = "ORDER",
      description = "byte order of the targets: little or big (default: that of this machine)")
  private Order order;

  @Option(
      names = "--layout",
      paramLabel = "RULE",
      defaultValue = "natural",
      description =
          "layout rule: natural (CTF) or ltt (the original's) (default: ${DEFAULT-VALUE})")
  private LayoutRule rule;

  TargetOptions() {}

  LayoutRule rule() {
    return rule;
  }

  /** The targets, in the order given. */
  List<Abi> abis() {
    ByteOrder byteOrder = order == null ? ByteOrder.nativeOrder() : order.byteOrder;
    return dataModels.stream()
        .distinct()
        .map(model -> new Abi(model, byteOrder))
        .toList();
  }
}
