package org.genevent.contract;

import java.util.List;

/** Classes of elements: what is in them lies elsewhere in each element, so it has no offsets. */
final class ElementTypes {

  private ElementTypes() {}

  static ContractType of(ContractType type) {
    if (type instanceof ContractType.Structure structure) {
      return new ContractType.Structure(fields(structure.members()));
    } else if (type instanceof ContractType.Union union) {
      return new ContractType.Union(union.sizeBytes(), fields(union.members()));
    }
    return type;
  }

  private static List<ContractField> fields(List<ContractField> members) {
    return members.stream()
        .map(member -> ContractField.anywhere(member.name(), of(member.type())))
        .toList();
  }
}
