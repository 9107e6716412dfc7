package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
record ShopEvents(int order) {}
