package failing;

import java.math.BigDecimal;
import java.nio.IntBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void collections(List<String> items, Set<Long> ids, Map<String, Long> prices, IntStream stream);

  void optionals(Optional<?> any, Optional<Optional<String>> twice, Optional<List<String>> items);

  @SuppressWarnings("rawtypes")
  void raw(Optional optional);

  void times(Instant at, Duration length, LocalDate day, Date date);

  void values(UUID id, BigDecimal price, AtomicLong count, IntBuffer numbers, StringBuilder text);

  void objects(Object any, Throwable error, Class<?> type, Supplier<String> text, Void nothing);

  void own(Product product, Customer customer, Override annotation);

  void arrays(List<String>[] lists, Object[][] objects);
}

class Product {}

interface Customer {}
