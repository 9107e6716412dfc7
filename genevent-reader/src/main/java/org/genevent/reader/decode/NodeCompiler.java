package org.genevent.reader.decode;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireRange;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;
import org.genevent.reader.decode.References.Known;

/** Compiles the structures of a trace into nodes: what holds others here, the rest by {@link ScalarCompiler}. */
final class NodeCompiler {

  /** Types that refer to earlier types many times, and these again, unfold; no honest trace comes near this. */
  private static final int MAX_NODES = 500_000;

  private final Function<Object, Place> places;
  private final boolean everything;
  private Scope scope;
  private final SlotResolver slots;
  private final ScalarCompiler scalars;
  private References references = new References();
  private int nodes;

  /**
   * Makes a compiler.
   *
   * @param places where a part of the metadata stands, for messages
   * @param traceOrder the order of bytes where a field does not say its own
   * @param everything whether all is shown as the metadata has it
   */
  NodeCompiler(Function<Object, Place> places, ByteOrder traceOrder, boolean everything) {
    this.everything = everything;
    this.places = places;
    this.slots = new SlotResolver(places);
    this.scalars = new ScalarCompiler(traceOrder, slots, everything);
    slots.references(references);
  }

  int slots() {
    return slots.count();
  }

  References references() {
    return references;
  }

  void references(References known) {
    references = known;
    slots.references(known);
  }

  /** The clock that fields of the next structures may set. */
  void clock(StreamClock ofStream) {
    scalars.clock(ofStream);
  }

  /** One of the six structures. */
  Nodes.StructureNode compile(Scope of, Optional<WireStructure> structure) {
    scalars.scope(of);
    scope = of;
    references.enter(of);
    WireStructure wire = structure.orElse(new WireStructure(List.of(), 1));
    return members("", wire, false);
  }

  /**
   * A field of any class.
   *
   * @param name its name in the metadata; empty in a list
   * @param wire its class
   * @param mayStandForMember whether it is no member itself, so that a structure around one value is not shown
   * @param define takes what others can refer to, before anything in it is compiled
   */
  private Node field(
      String name, WireClass wire, boolean mayStandForMember, Consumer<Known> define) {
    if (++nodes > MAX_NODES) {
      throw new PlanFailure(Diagnostic.of(
          DiagnosticCode.TRACE_LIMIT,
          places.apply(wire),
          "the types of the metadata unfold to more than " + MAX_NODES + " fields"));
    }
    if (wire instanceof WireStructure structure) {
      References.Structure known = references.structure();
      define.accept(known);
      references.enter(known);
      Node node = members(name, structure, mayStandForMember);
      references.leave();
      return node;
    } else if (wire instanceof WireVariant variant) {
      return variant(name, variant, define);
    } else if (wire instanceof WireChoice choice) {
      return choice(name, choice, define);
    } else if (wire instanceof WireOptional optional) {
      return optional(name, optional, define);
    } else if (wire instanceof WireArray array) {
      return list(name, array, array.element(), array.length(), null, define);
    } else if (wire instanceof WireSequence sequence) {
      SlotReference length = slots.length(sequence.length(), name);
      return list(name, sequence, sequence.element(), 0, length, define);
    }
    Node node = scalars.compile(name, wire);
    define.accept(new References.Leaf(node));
    return node;
  }

  private Node list(
      String name,
      WireClass wire,
      WireClass element,
      long length,
      SlotReference slot,
      Consumer<Known> define) {
    WireEncoding encoding = Conventions.textEncoding(element);
    References.Elements known = new References.Elements();
    define.accept(known);
    if (encoding != WireEncoding.NONE) {
      return new Texts.FixedTextNode(
          Conventions.shown(name), wire.alignmentBits(), new Texts.Length(length, slot), encoding);
    }
    Node node = field("", element, true, known::element);
    known.complete();
    return new Nodes.ListNode(Conventions.shown(name), wire.alignmentBits(), node, length, slot);
  }

  private Node variant(String name, WireVariant wire, Consumer<Known> define) {
    EnumerationNode tag = slots.enumeration(wire.tag(), name);
    SlotReference selector = slots.selector(wire.tag(), name);
    boolean optional = !everything && Conventions.isOptional(wire);
    References.Options known = new References.Options(true);
    define.accept(known);
    List<String> optionNames = new ArrayList<>();
    Node[] options = new Node[wire.options().size()];
    boolean[] named = new boolean[options.length];
    for (WireMember option : wire.options()) {
      int index = optionNames.size();
      named[index] = !optional;
      options[index] = field(
          optional ? name : option.name(),
          option.wireClass(),
          true,
          content -> known.add(option.name(), content));
      optionNames.add(option.name());
    }
    int[] optionOfRange = new int[tag.rangeCount()];
    RangeTable ranges = tag.tableOf(optionNames, optionOfRange);
    if (optional) {
      int absent = optionNames.indexOf(Conventions.ABSENT);
      for (int i = 0; i < optionOfRange.length; i++) {
        optionOfRange[i] = optionOfRange[i] == absent ? ChoiceNode.ABSENT : optionOfRange[i];
      }
    }
    ChoiceNode node = new ChoiceNode(
        Conventions.shown(name), selector, ranges, optionOfRange, options, named, ChoiceNode.FAIL);
    known.complete(node);
    return node;
  }

  private Node choice(String name, WireChoice wire, Consumer<Known> define) {
    SlotReference selector = slots.integer(wire.selector(), name);
    References.Options known = new References.Options(false);
    define.accept(known);
    Node[] options = new Node[wire.options().size()];
    boolean[] named = new boolean[options.length];
    SelectorRanges ranges = new SelectorRanges(slots.isSigned(selector));
    for (WireChoice.Option option : wire.options()) {
      int index = known.size();
      named[index] = option.name().isPresent();
      options[index] = field(
          option.name().orElse(name),
          option.wireClass(),
          true,
          content -> known.add(option.name().orElse(""), content));
      option.ranges().forEach(range -> ranges.add(range, index));
    }
    ChoiceNode node = new ChoiceNode(
        Conventions.shown(name),
        selector,
        ranges.table(),
        ranges.owners(),
        options,
        named,
        ChoiceNode.FAIL);
    known.complete(node);
    return node;
  }

  private Node optional(String name, WireOptional wire, Consumer<Known> define) {
    boolean byTruth = wire.ranges().isEmpty();
    SlotReference selector =
        byTruth ? slots.truth(wire.selector(), name) : slots.integer(wire.selector(), name);
    References.Options known = new References.Options(false);
    define.accept(known);
    Node content = field(name, wire.content(), true, one -> known.add("", one));
    SelectorRanges ranges = new SelectorRanges(slots.isSigned(selector));
    (byTruth ? List.of(WireRange.of(1)) : wire.ranges()).forEach(range -> ranges.add(range, 0));
    ChoiceNode node = new ChoiceNode(
        Conventions.shown(name),
        selector,
        ranges.table(),
        ranges.owners(),
        new Node[] {content},
        new boolean[1],
        ChoiceNode.ABSENT);
    known.complete(node);
    return node;
  }

  /** What a packet's context says of the packet itself, which is no part of what events carry. */
  private Set<String> packetFacts(String structureName, WireStructure wire) {
    if (scope != Scope.PACKET_CONTEXT || !structureName.isEmpty()) {
      return Set.of();
    }
    return wire.members().stream()
        .filter(member -> hasRole(member.wireClass()))
        .map(WireMember::name)
        .collect(Collectors.toSet());
  }

  private static boolean hasRole(WireClass wire) {
    WireClass number = wire instanceof WireEnumeration enumeration ? enumeration.container() : wire;
    return number instanceof WireNumber one && !one.roles().isEmpty();
  }

  private Nodes.StructureNode members(String name, WireStructure wire, boolean mayStandForMember) {
    Set<String> helpers = everything ? packetFacts(name, wire) : Conventions.helpers(wire);
    boolean transparent = !everything && mayStandForMember && Conventions.isWrapping(wire, helpers);
    List<Node> members = new ArrayList<>();
    boolean[] hidden = new boolean[wire.members().size()];
    for (WireMember member : wire.members()) {
      boolean helper = helpers.contains(member.name());
      hidden[members.size()] = helper;
      String memberName = transparent && !helper ? name : member.name();
      members.add(field(
          memberName, member.wireClass(), false, known -> references.define(member.name(), known)));
    }
    return new Nodes.StructureNode(
        Conventions.shown(name), wire.alignmentBits(), members, hidden, transparent);
  }
}
