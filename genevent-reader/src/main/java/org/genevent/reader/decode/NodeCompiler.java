package org.genevent.reader.decode;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireFloat;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireString;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** Compiles the structures of a trace into nodes. */
final class NodeCompiler {

  /** Types that refer to earlier types many times, and these again, unfold; no honest trace comes near this. */
  private static final int MAX_NODES = 500_000;

  /** The member of a structure that only is there to put a length or a tag in front of an element. */
  private static final String WRAPPED = "value";

  private final String file;
  private final ByteOrder traceOrder;
  private References references = new References();
  private StreamClock clock = StreamClock.NONE;
  private Scope scope;
  private int slots;
  private int nodes;

  NodeCompiler(String file, ByteOrder traceOrder) {
    this.file = file;
    this.traceOrder = traceOrder;
  }

  int slots() {
    return slots;
  }

  References references() {
    return references;
  }

  void references(References known) {
    references = known;
  }

  /** The clock that fields of the next structures may set. */
  void clock(StreamClock ofStream) {
    clock = ofStream;
  }

  /** One of the six structures. */
  Nodes.StructureNode compile(Scope of, Optional<WireStructure> structure) {
    scope = of;
    references.enter(of);
    WireStructure wire = structure.orElse(new WireStructure(List.of(), 1));
    return members("", wire, false);
  }

  private Node node(String name, WireClass wire, boolean insideList) {
    if (++nodes > MAX_NODES) {
      throw failure(
          DiagnosticCode.TRACE_LIMIT,
          "the types of the metadata unfold to more than " + MAX_NODES + " fields");
    }
    if (wire instanceof WireInteger integer) {
      return integer(name, integer);
    } else if (wire instanceof WireEnumeration enumeration) {
      return enumeration(name, enumeration);
    } else if (wire instanceof WireFloat number) {
      boolean big = number.byteOrder().orElse(traceOrder) == ByteOrder.BIG_ENDIAN;
      return new Nodes.FloatNode(shown(name), number.alignmentBits(), number.sizeBits(), big);
    } else if (wire instanceof WireString) {
      return new Nodes.StringNode(shown(name));
    } else if (wire instanceof WireArray array) {
      return list(name, array.element(), array.length(), -1);
    } else if (wire instanceof WireSequence sequence) {
      return list(name, sequence.element(), 0, lengthSlot(name, sequence.length()));
    } else if (wire instanceof WireVariant variant) {
      return variant(name, variant);
    }
    return structure(name, (WireStructure) wire, insideList);
  }

  /** People do not see the underscore that keeps a name from being a word of the language. */
  private static String shown(String name) {
    return name.startsWith("_") ? name.substring(1) : name;
  }

  private Nodes.IntegerNode integer(String name, WireInteger wire) {
    boolean big = wire.byteOrder().orElse(traceOrder) == ByteOrder.BIG_ENDIAN;
    return new Nodes.IntegerNode(
        shown(name),
        wire.alignmentBits(),
        wire.sizeBits(),
        wire.signed(),
        big,
        wire.base().radix(),
        clock.isSetBy(scope, name, wire),
        Role.of(scope, name).orElse(null));
  }

  private Nodes.EnumerationNode enumeration(String name, WireEnumeration wire) {
    int count = wire.mappings().size();
    String[] labels = new String[count];
    long[] firsts = new long[count];
    long[] lasts = new long[count];
    for (int i = 0; i < count; i++) {
      labels[i] = wire.mappings().get(i).label();
      firsts[i] = wire.mappings().get(i).firstValue();
      lasts[i] = wire.mappings().get(i).lastValue();
    }
    boolean truth = wire.container().sizeBits() == 8
        && wire.mappings()
            .equals(List.of(
                new WireEnumeration.Mapping("false", 0, 0),
                new WireEnumeration.Mapping("true", 1, 1)));
    return new Nodes.EnumerationNode(
        shown(name), integer(name, wire.container()), labels, firsts, lasts, truth);
  }

  private Node list(String name, WireClass element, long length, int lengthSlot) {
    boolean text = element instanceof WireInteger integer
        && integer.sizeBits() == 8
        && integer.alignmentBits() == 8
        && integer.encoding() != WireEncoding.NONE;
    return new Nodes.ListNode(shown(name), node("", element, true), length, lengthSlot, text);
  }

  private int lengthSlot(String name, String reference) {
    Node found = references.find(reference);
    if (found instanceof Nodes.EnumerationNode enumeration) {
      found = enumeration.container;
    }
    if (!(found instanceof Nodes.IntegerNode length)) {
      throw failure(
          DiagnosticCode.TRACE_REFERENCE,
          "the length '" + reference + "' of '" + shown(name)
              + "' is no integer that is read before it");
    }
    return slot(length);
  }

  private int slot(Nodes.IntegerNode of) {
    if (of.slot < 0) {
      of.slot = slots++;
    }
    return of.slot;
  }

  private Node variant(String name, WireVariant wire) {
    Node found = references.find(wire.tag());
    if (!(found instanceof Nodes.EnumerationNode tag)) {
      throw failure(
          DiagnosticCode.TRACE_REFERENCE,
          "the tag '" + wire.tag() + "' of '" + shown(name)
              + "' is no enumeration that is read before it");
    }
    slot(tag.container);
    boolean optional = isOptional(wire);
    List<String> names = new ArrayList<>();
    List<Node> options = new ArrayList<>();
    for (WireMember option : wire.options()) {
      names.add(option.name());
      options.add(node(optional ? name : option.name(), option.wireClass(), true));
    }
    return new Nodes.VariantNode(shown(name), tag, names, options.toArray(new Node[0]), optional);
  }

  private static boolean isOptional(WireVariant wire) {
    return wire.options().size() == 2
        && wire.options().get(0).name().equals("absent")
        && wire.options().get(0).wireClass() instanceof WireStructure nothing
        && nothing.members().isEmpty()
        && wire.options().get(1).name().equals("present");
  }

  private Node structure(String name, WireStructure wire, boolean mayStandForMember) {
    references.enterStructure();
    Nodes.StructureNode node = members(name, wire, mayStandForMember);
    references.leaveStructure(name);
    return node;
  }

  private Nodes.StructureNode members(String name, WireStructure wire, boolean mayStandForMember) {
    Set<String> helpers = helpers(wire);
    int visible = wire.members().size() - helpers.size();
    boolean transparent = mayStandForMember
        && visible == 1
        && !helpers.isEmpty()
        && wire.members().get(wire.members().size() - 1).name().equals(WRAPPED);
    List<Node> members = new ArrayList<>();
    boolean[] hidden = new boolean[wire.members().size()];
    for (WireMember member : wire.members()) {
      boolean helper = helpers.contains(member.name());
      hidden[members.size()] = helper;
      String memberName = transparent && !helper ? name : member.name();
      Node node = node(memberName, member.wireClass(), false);
      if (node instanceof Nodes.IntegerNode || node instanceof Nodes.EnumerationNode) {
        references.define(member.name(), node);
      }
      members.add(node);
    }
    return new Nodes.StructureNode(shown(name), wire.alignmentBits(), members, hidden, transparent);
  }

  /** The members that only say a length or a tag of a later one; by convention their names begin with two underscores. */
  private static Set<String> helpers(WireStructure wire) {
    Set<String> referred = new HashSet<>();
    for (WireMember member : wire.members()) {
      WireClass at = member.wireClass();
      while (at instanceof WireArray array) {
        at = array.element();
      }
      if (at instanceof WireSequence sequence) {
        referred.add(sequence.length());
      } else if (at instanceof WireVariant variant) {
        referred.add(variant.tag());
      }
    }
    Set<String> helpers = new HashSet<>();
    for (WireMember member : wire.members()) {
      if (member.name().startsWith("__") && referred.contains(member.name())) {
        helpers.add(member.name());
      }
    }
    return helpers;
  }

  private PlanFailure failure(DiagnosticCode code, String message) {
    return new PlanFailure(Diagnostic.of(code, new Place.InFile(file, 0, 0), message));
  }
}
