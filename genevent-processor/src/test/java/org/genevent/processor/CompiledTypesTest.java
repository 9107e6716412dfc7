package org.genevent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a facility is must not depend on whether its types are compiled with it or were compiled before. */
class CompiledTypesTest {

  private static final String INTERFACE =
      "@Facility(context = Request.class) interface ShopEvents {"
          + " void happened(Order order, Payment payment, Currency[] currencies); }\n";

  private static final String TYPES = "record Order(@Unsigned long id, @Hex @Name(\"flags\") int f,"
      + " @Length(4) @Description(\"Where */ from\") byte[] address, @Nullable String note,"
      + " @Nullable String[] notes, Optional<Integer> count, Currency currency) {"
      + " Order { if (id == 0) throw new IllegalArgumentException(); } }\n"
      + "sealed interface Payment permits Cash, Card {}\n"
      + "@Name(\"paper\") record Cash() implements Payment {}\n"
      + "record Card(@Unsigned int number) implements Payment {}\n"
      + "enum Currency { ZAR, @Name(\"usd\") @Description(\"US dollar\") USD, EUR }\n"
      + "record Request(@Unsigned short tenant, Currency currency) {}\n";

  @TempDir
  private Path folder;

  @Test
  void typesFromClassFilesAreReadLikeTypesFromSource() throws IOException {
    JavacRun before = JavacRun.of(JavacRun.compiler(), ReadFacility.source("Types", TYPES));
    assertTrue(before.succeeded(), before::text);
    before.writeClasses(folder);

    DeclaredFacility together = ReadFacility.of(INTERFACE + TYPES);
    DeclaredFacility apart =
        ReadFacility.of(Compiler.javac().withClasspath(JavacRun.classPathWith(folder)), INTERFACE);

    assertEquals(List.of(), apart.report().findings().list());
    assertEquals(together.facility(), apart.facility());
    assertEquals(together.tracer(), apart.tracer());
  }
}
