package org.genevent.testing;

import java.util.List;
import java.util.Locale;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.ContractField;
import org.genevent.contract.ContractType;
import org.genevent.contract.FacilityContract;
import org.genevent.contract.declared.DeclaredContracts;
import org.genevent.plan.FacilityPlan;

/** The layout of a facility as lines that tell every change: offset, name and class of each field, labels, ids, checksum. */
final class LayoutFile {

  private final StringBuilder out = new StringBuilder();

  private LayoutFile() {}

  static String text(FacilityPlan plan) {
    FacilityContract contract = DeclaredContracts.of(plan);
    LayoutFile file = new LayoutFile();
    file.out
        .append("facility ")
        .append(contract.name())
        .append(String.format(Locale.ROOT, " 0x%08X ", plan.checksum()))
        .append(plan.abi().dataModel().optionName())
        .append(' ')
        .append(plan.metrics().rule().optionName())
        .append(plan.metrics().packed() ? " packed\n" : "\n");
    if (!contract.context().isEmpty()) {
      file.out.append("context\n");
      file.fields(contract.context(), "  ");
    }
    for (ContractEvent event : contract.events()) {
      file.out
          .append("event ")
          .append(event.id().orElse(0))
          .append(' ')
          .append(event.name())
          .append('\n');
      file.fields(event.fields(), "  ");
    }
    return file.out.toString();
  }

  private void fields(List<ContractField> fields, String indent) {
    for (ContractField field : fields) {
      String offset =
          field.offsetBytes().isPresent() ? Integer.toString(field.offsetBytes().getAsInt()) : "-";
      out.append(indent).append(offset).append(' ').append(field.name()).append(": ");
      out.append(field.type().text()).append('\n');
      inner(field.type(), indent + "  ");
    }
  }

  private void inner(ContractType type, String indent) {
    if (type instanceof ContractType.Structure structure) {
      fields(structure.members(), indent);
    } else if (type instanceof ContractType.Union union) {
      fields(union.members(), indent);
    } else if (type instanceof ContractType.Variant variant) {
      fields(variant.options(), indent);
    } else if (type instanceof ContractType.FixedList list) {
      inner(list.element(), indent);
    } else if (type instanceof ContractType.VaryingList list) {
      inner(list.element(), indent);
    } else if (type instanceof ContractType.Maybe maybe) {
      inner(maybe.element(), indent);
    } else if (type instanceof ContractType.Enumeration enumeration) {
      for (ContractType.Label label : enumeration.labels()) {
        out.append(indent).append(label.values()).append(" = ").append(label.name());
        out.append('\n');
      }
    }
  }
}
