package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(R1 outermost);
}

record R1(R2 inner) {}

record R2(R3 inner) {}

record R3(R4 inner) {}

record R4(R5 inner) {}

record R5(R6 inner) {}

record R6(R7 inner) {}

record R7(R8 inner) {}

record R8(R9 inner) {}

record R9(R10 inner) {}

record R10(R11 inner) {}

record R11(R12 inner) {}

record R12(R13 inner) {}

record R13(R14 inner) {}

record R14(R15 inner) {}

record R15(R16 inner) {}

record R16(R17 inner) {}

record R17(R18 inner) {}

record R18(R19 inner) {}

record R19(R20 inner) {}

record R20(R21 inner) {}

record R21(R22 inner) {}

record R22(R23 inner) {}

record R23(R24 inner) {}

record R24(R25 inner) {}

record R25(R26 inner) {}

record R26(R27 inner) {}

record R27(R28 inner) {}

record R28(R29 inner) {}

record R29(R30 inner) {}

record R30(R31 inner) {}

record R31(R32 inner) {}

record R32(R33 inner) {}

record R33(R34 inner) {}

record R34(R35 inner) {}

record R35(R36 inner) {}

record R36(R37 inner) {}

record R37(R38 inner) {}

record R38(R39 inner) {}

record R39(R40 inner) {}

record R40(R41 inner) {}

record R41(int value) {}
