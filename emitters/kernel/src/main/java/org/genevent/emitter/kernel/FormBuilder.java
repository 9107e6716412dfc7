package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.genevent.abi.DataModel;
import org.genevent.layout.Metrics;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.NamedType;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;
import org.genevent.plan.FacilityPlan;

/** Gives every field class of a facility its form in C; types without a name of their own are named by their path. */
final class FormBuilder {

  private final FacilityPlan plan;
  private final Metrics metrics;
  private final FileNames names;
  private final Map<String, CForm> named = new HashMap<>();
  private final List<CForm> declared = new ArrayList<>();

  FormBuilder(FacilityPlan plan, FileNames names) {
    this.plan = plan;
    this.metrics = plan.metrics();
    this.names = names;
    for (NamedType type : plan.facility().types()) {
      named.putIfAbsent(type.name(), form(type.fieldClass(), type.name()));
    }
  }

  /** The types that have been named so far and not been taken, each after those that it is made of. */
  List<CForm> takeDeclared() {
    List<CForm> taken = List.copyOf(declared);
    declared.clear();
    return taken;
  }

  /** Parameters or members with their forms. */
  List<CForm.Member> members(List<Field> fields, String path) {
    List<String> cNames = CNames.siblings(fields.stream().map(Field::name).toList());
    List<CForm.Member> members = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      CForm form = form(field.fieldClass(), path + "_" + field.name());
      members.add(new CForm.Member(field, cNames.get(i), form));
    }
    return members;
  }

  private CForm form(FieldClass fieldClass, String path) {
    return fieldClass.accept(new FormOf(path));
  }

  private CForm declare(CForm form) {
    declared.add(form);
    return form;
  }

  private String tag(String path) {
    return names.tag(CPrefix.name(plan, path));
  }

  /** The form of the class at a path. */
  private final class FormOf implements FieldClassVisitor<CForm> {

    private final String path;

    FormOf(String path) {
      this.path = path;
    }

    @Override
    public CForm visitInteger(IntegerFieldClass fieldClass) {
      int sizeBytes = metrics.scalarSizeBytes(fieldClass);
      return new CForm.Scalar(
          integerType(fieldClass), sizeBytes, fieldClass.network() && sizeBytes > 1);
    }

    @Override
    public CForm visitFloat(FloatFieldClass fieldClass) {
      int sizeBytes = fieldClass.sizeBytes();
      return new CForm.Scalar("gev_float" + sizeBytes * 8, sizeBytes, false);
    }

    @Override
    public CForm visitBoolean(BooleanFieldClass fieldClass) {
      return new CForm.Scalar("bool", BooleanFieldClass.SIZE_BYTES, false);
    }

    @Override
    public CForm visitEnumeration(EnumerationFieldClass fieldClass) {
      List<String> words = new ArrayList<>();
      Set<String> taken = new HashSet<>();
      fieldClass.labels().forEach(label -> taken.add(label.name()));
      for (EnumerationLabel label : fieldClass.labels()) {
        words.add(label.name());
        if (label.isRange()) {
          String last = label.name() + "_LAST";
          while (!taken.add(last)) {
            last += "_";
          }
          words.add(last);
        }
      }
      String tag = names.tag(CPrefix.name(plan, path), words, "a label of '" + path + "'");
      List<CForm.Constant> constants = new ArrayList<>();
      for (EnumerationLabel label : fieldClass.labels()) {
        String name = FileNames.constant(tag, words.get(constants.size()));
        constants.add(new CForm.Constant(name, label.firstValue(), label.description()));
        if (label.isRange()) {
          String last = FileNames.constant(tag, words.get(constants.size()));
          constants.add(new CForm.Constant(last, label.lastValue(), ""));
        }
      }
      return declare(
          new CForm.Enumeration(tag, metrics.scalarSizeBytes(fieldClass), List.copyOf(constants)));
    }

    @Override
    public CForm visitString(StringFieldClass fieldClass) {
      return new CForm.Text();
    }

    @Override
    public CForm visitArray(ArrayFieldClass fieldClass) {
      return new CForm.Array(fieldClass.length(), element(fieldClass.element()), "");
    }

    /** An element: C has no pointer to constant arrays that takes others, so an array gets a structure around it. */
    private CForm element(FieldClass element) {
      String elementPath = path + "_element";
      CForm form = form(element, elementPath);
      if (form instanceof CForm.Array array && array.tag().isEmpty()) {
        return declare(new CForm.Array(array.count(), array.element(), tag(elementPath)));
      }
      return form;
    }

    @Override
    public CForm visitSequence(SequenceFieldClass fieldClass) {
      CForm element = element(fieldClass.element());
      IntegerFieldClass length = (IntegerFieldClass) fieldClass.length().resolved();
      int lengthBytes = metrics.scalarSizeBytes(length);
      int bits = lengthBytes * 8 - (length.signed() ? 1 : 0);
      OptionalLong longest = bits < 32 ? OptionalLong.of((1L << bits) - 1) : OptionalLong.empty();
      String tag = tag(path);
      if (fieldClass.customWrite()) {
        String owner = "the custom sequence '" + path + "'";
        names.promise(tag + "_length", owner);
        names.promise(tag + "_put", owner);
      }
      CForm.Sequence form = new CForm.Sequence(
          tag,
          element,
          lengthBytes,
          length.network() && lengthBytes > 1,
          longest,
          fieldClass.customWrite());
      return declare(form);
    }

    @Override
    public CForm visitStructure(StructureFieldClass fieldClass) {
      List<CForm.Member> members = members(fieldClass.members(), path);
      return declare(new CForm.Structure(tag(path), members));
    }

    @Override
    public CForm visitUnion(UnionFieldClass fieldClass) {
      List<CForm.Member> members = members(fieldClass.members(), path);
      int sizeBytes = metrics.fixedSizeBytes(fieldClass).orElseThrow();
      return declare(new CForm.Union(tag(path), members, sizeBytes));
    }

    @Override
    public CForm visitVariant(VariantFieldClass fieldClass) {
      List<CForm.Member> options = members(fieldClass.options(), path);
      List<String> words = fieldClass.options().stream().map(Field::name).toList();
      String tagType =
          names.tag(CPrefix.name(plan, path + "_tag"), words, "an option of '" + path + "'");
      List<CForm.Constant> constants = new ArrayList<>();
      for (Field option : fieldClass.options()) {
        String name = FileNames.constant(tagType, option.name());
        constants.add(new CForm.Constant(name, constants.size(), option.description()));
      }
      int tagBytes = metrics.scalarSizeBytes(fieldClass.tag());
      return declare(
          new CForm.Variant(tag(path), tagType, tagBytes, options, List.copyOf(constants)));
    }

    @Override
    public CForm visitOptional(OptionalFieldClass fieldClass) {
      return new CForm.Maybe(form(fieldClass.element(), path));
    }

    @Override
    public CForm visitReference(ReferenceFieldClass fieldClass) {
      CForm known = named.get(fieldClass.name());
      return known == null ? form(fieldClass.target(), path) : known;
    }
  }

  private static String integerType(IntegerFieldClass fieldClass) {
    String unsigned = fieldClass.signed() ? "" : "unsigned ";
    if (fieldClass.size() instanceof IntegerSize.OfType type) {
      return switch (type.type()) {
        case CHAR -> fieldClass.signed() ? "signed char" : "unsigned char";
        case SHORT -> unsigned + "short";
        case INT -> unsigned + "int";
        case LONG -> unsigned + "long";
        case SIZE_T -> "size_t";
        case SSIZE_T -> "gev_ssize_t";
        case OFF_T -> "gev_off_t";
        case POINTER -> "const void *";
      };
    }
    int bits = fieldClass.size().sizeBytes(DataModel.LP64) * 8;
    return (fieldClass.signed() ? "int" : "uint") + bits + "_t";
  }
}
