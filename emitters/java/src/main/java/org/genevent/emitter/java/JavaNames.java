package org.genevent.emitter.java;

import com.palantir.javapoet.NameAllocator;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.genevent.binding.TracerNames;

/**
 * Names as Java writes them, made from names as facilities have them.
 *
 * <p>A name that is a keyword or that something else has already gets underscores behind it, in the order in which the
 * names are asked for, so that the result depends on the facility only.
 */
final class JavaNames {

  /** What every object has; an event or a component of such a name would override it or fail to. */
  static final List<String> OBJECT_METHODS = List.of(
      "clone",
      "equals",
      "finalize",
      "getClass",
      "hashCode",
      "notify",
      "notifyAll",
      "toString",
      "wait");

  private JavaNames() {}

  /** {@code order_accepted} becomes {@code orderAccepted}. */
  static String member(String name) {
    return TracerNames.camelCase(name);
  }

  /** {@code order_accepted} becomes {@code OrderAccepted}. */
  static String type(String name) {
    return TracerNames.capitalised(name);
  }

  /** {@code order_accepted} and {@code orderAccepted} become {@code ORDER_ACCEPTED}. */
  static String constant(String name) {
    return TracerNames.wordsApart(name).toUpperCase(Locale.ROOT);
  }

  /** An element of what the name names: {@code items} has an {@code item}, {@code data} a {@code dataElement}. */
  static String element(String name) {
    int last = name.length() - 1;
    boolean plural = last > 1 && name.charAt(last) == 's' && name.charAt(last - 1) != 's';
    return plural ? name.substring(0, last) : name + "Element";
  }

  /** A name that the allocator has not given yet: the wanted one, or that with underscores behind it. */
  static String fresh(NameAllocator allocator, String wanted) {
    // without a tag of ours each name would get a random one, which is slow
    return allocator.newName(wanted, new Object());
  }

  /** An allocator that gives none of these names. */
  static NameAllocator without(Collection<String> taken) {
    NameAllocator allocator = new NameAllocator();
    taken.forEach(name -> fresh(allocator, name));
    return allocator;
  }
}
