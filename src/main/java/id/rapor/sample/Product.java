package id.rapor.sample;

import java.util.List;
import java.util.Set;

/**
 * One service in one class, as the nation's list of services has it.
 *
 * @param serviceClass empty or {@code regular} for the ordinary class
 * @param weight how often it is asked for, beside the other products of the same agencies
 * @param fee fixed part of the tariff, Rupiah
 * @param perUnit Rupiah per unit of quantity
 * @param limit in {@code unit}; 0 when none is published
 * @param difficulty how much longer it takes than its limit suggests, on the log scale
 */
record Product(
    String serviceId,
    String serviceClass,
    String name,
    String englishName,
    String category,
    Set<String> kinds,
    double weight,
    long fee,
    long perUnit,
    int limit,
    String unit,
    int maxVisits,
    double difficulty,
    FeeMoment feeMoment,
    String legalBasis,
    List<String> documents,
    List<String> steps) {

  /** When the fee is paid. */
  enum FeeMoment {
    START,
    DECISION
  }

  static final String EXPRESS = "express";

  static List<Product> all() {
    return Lists.read("services.txt").stream().map(Product::of).toList();
  }

  boolean isOfferedBy(Kind kind) {
    return kinds.contains(kind.code());
  }

  /** How often it is asked for where hard services are asked for {@code lean} times as much. */
  double weightAt(double lean) {
    return weight * StrictMath.exp(lean * difficulty);
  }

  /** Whether it is among the harder ones. */
  boolean isHard() {
    return difficulty >= 0.1;
  }

  /** How much more often something has to be done again than with an ordinary service. */
  double timesRedone() {
    return StrictMath.exp(difficulty);
  }

  boolean isExpress() {
    return serviceClass.equals(EXPRESS);
  }

  /** Whether nobody ever pays for it. */
  boolean isFree() {
    return fee == 0 && perUnit == 0;
  }

  /** Whether a quantity multiplies its tariff. */
  boolean hasFormula() {
    return perUnit > 0;
  }

  /** Whether its limit is at least one day. */
  boolean takesDays() {
    return limit > 0 && unit.endsWith("days");
  }

  boolean isIssuedAtOnce() {
    return unit.equals("minutes");
  }

  /** Working seconds that the limit allows where a working day has {@code daySeconds}. */
  double allowance(int daySeconds) {
    return switch (unit) {
      // Due at midnight, so that a part of the first day counts beside the whole days.
      case "working_days" -> (limit + 0.4) * daySeconds;
      case "calendar_days" -> limit * 5 / 7.0 * daySeconds;
      case "working_hours" -> limit * 3600.0;
      case "minutes" -> limit * 60.0 / 3;
      default -> daySeconds;
    };
  }

  private static Product of(String[] cell) {
    return new Product(
        cell[0],
        cell[1],
        cell[2],
        cell[3],
        cell[4],
        Set.of(cell[5].split(";")),
        Double.parseDouble(cell[6]),
        Long.parseLong(cell[7]),
        Long.parseLong(cell[8]),
        cell[9].isEmpty() ? 0 : Integer.parseInt(cell[9]),
        cell[10],
        cell[11].isEmpty() ? 1 : Integer.parseInt(cell[11]),
        Double.parseDouble(cell[12]),
        cell[13].equals("decision") ? FeeMoment.DECISION : FeeMoment.START,
        cell[14],
        list(cell[15]),
        list(cell[16]));
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
  }
}
