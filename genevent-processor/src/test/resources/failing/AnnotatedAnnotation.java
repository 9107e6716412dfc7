package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
@interface ShopEvents {}
