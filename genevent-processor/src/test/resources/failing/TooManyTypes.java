package failing;

import org.genevent.annotation.Facility;

@Facility(name = "shop")
interface ShopEvents {
  void orderAccepted(R1 widest);
}

record R1(R2 left, R2 right) {}

record R2(R3 left, R3 right) {}

record R3(R4 left, R4 right) {}

record R4(R5 left, R5 right) {}

record R5(R6 left, R6 right) {}

record R6(R7 left, R7 right) {}

record R7(R8 left, R8 right) {}

record R8(R9 left, R9 right) {}

record R9(R10 left, R10 right) {}

record R10(R11 left, R11 right) {}

record R11(R12 left, R12 right) {}

record R12(R13 left, R13 right) {}

record R13(R14 left, R14 right) {}

record R14(R15 left, R15 right) {}

record R15(R16 left, R16 right) {}

record R16(R17 left, R17 right) {}

record R17(R18 left, R18 right) {}

record R18(R19 left, R19 right) {}

record R19(R20 left, R20 right) {}

record R20(R21 left, R21 right) {}

record R21(R22 left, R22 right) {}

record R22(R23 left, R23 right) {}

record R23(R24 left, R24 right) {}

record R24(R25 left, R25 right) {}

record R25(int value) {}
