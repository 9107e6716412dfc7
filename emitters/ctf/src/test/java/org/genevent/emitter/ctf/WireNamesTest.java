package org.genevent.emitter.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.genevent.diagnostic.Origin;
import org.genevent.model.Field;
import org.genevent.model.StringFieldClass;
import org.junit.jupiter.api.Test;

class WireNamesTest {

  @Test
  void aMemberHasOneUnderscoreUnlessThatMakesAKeyword() {
    assertEquals("_order_id", WireNames.member("order_id"));
    assertEquals("__x", WireNames.member("_x"));
    assertEquals("_integer", WireNames.member("integer"));
    assertEquals("Bool", WireNames.member("Bool"));
  }

  @Test
  void anOptionIsTheLabelThatChoosesIt() {
    assertEquals("card", WireNames.option("card"));
    assertEquals("_integer", WireNames.option("integer"));
    assertEquals("__x", WireNames.option("_x"));
  }

  @Test
  void aHelperNeverHasTheNameOfAField() {
    assertEquals("__x_length", names("x").helper("x", "length"));
    // printed __x_length itself
    assertEquals("__x_length2", names("x", "_x_length").helper("x", "length"));
    // printed _x_length, which babeltrace2 takes for __x_length
    assertEquals("__x_length2", names("x", "x_length").helper("x", "length"));
    assertEquals("__x_tag3", names("x", "x_tag", "_x_tag2").helper("x", "tag"));
  }

  @Test
  void twoHelpersNeverHaveTheSameName() {
    WireNames names = names("x", "x_length");
    assertEquals("__x_length2", names.helper("x", "length"));
    assertEquals("__x_length_length", names.helper("x_length", "length"));
    assertEquals("__x_length3", names.helper("x", "length"));
  }

  private static WireNames names(String... fields) {
    return new WireNames(Stream.of(fields)
        .map(name -> new Field(name, "", Optional.empty(), new StringFieldClass(), Origin.NONE))
        .toList());
  }
}
