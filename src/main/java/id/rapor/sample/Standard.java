package id.rapor.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One row of the published standards: a product's tariff and limit for some agencies during a spell
 * of days.
 *
 * @param agencyId empty = every agency
 * @param regionCode empty = the whole country
 * @param from first valid day; {@link LocalDate#MIN} = always was
 * @param to last valid day; {@link LocalDate#MAX} = open
 */
record Standard(
    Product product,
    String agencyId,
    String regionCode,
    LocalDate from,
    LocalDate to,
    long fee,
    long perUnit,
    int limit,
    String legalBasis) {

  /** The day from which an advertisement costs more: a change of tariff amid the usual span. */
  static final LocalDate CHANGE = LocalDate.of(2026, 4, 1);

  private static final String CHANGED_SERVICE = "REKLAME";
  private static final long CHANGED_FEE = 200_000;
  private static final long CHANGED_PER_UNIT = 32_500;

  /** The rows that hold in the whole country. */
  static List<Standard> national(List<Product> products) {
    List<Standard> rows = new ArrayList<>();
    for (Product product : products) {
      Standard row = everywhere(product);
      if (product.serviceId().equals(CHANGED_SERVICE)) {
        rows.add(row.during(LocalDate.MIN, CHANGE.minusDays(1)));
        rows.add(row.during(CHANGE, LocalDate.MAX).charging(CHANGED_FEE, CHANGED_PER_UNIT));
      } else {
        rows.add(row);
      }
    }
    return rows;
  }

  /** The product's own tariff and limit, for every agency and all time. */
  static Standard everywhere(Product product) {
    return new Standard(
        product,
        "",
        "",
        LocalDate.MIN,
        LocalDate.MAX,
        product.fee(),
        product.perUnit(),
        product.limit(),
        product.legalBasis());
  }

  /** The same standard for {@code region} and all in it, with a tariff of its own. */
  Standard inRegion(String region, long newFee, long newPerUnit) {
    return new Standard(
        product,
        "",
        region,
        from,
        to,
        newFee,
        newPerUnit,
        limit,
        "Local levy of region " + region + "; source: unverified");
  }

  /** The same tariff for one agency, with a limit of its own. */
  Standard forAgency(String agency, int newLimit) {
    return new Standard(
        product,
        agency,
        "",
        from,
        to,
        fee,
        perUnit,
        newLimit,
        "Service standard of " + agency + "; source: unverified");
  }

  /** Those of {@code rows} that hold for one agency: its own, else its region's, else all's. */
  static List<Standard> inForce(
      List<Standard> rows, Product product, String agencyId, Region region) {
    List<Standard> fitting =
        rows.stream()
            .filter(row -> row.product.equals(product))
            .filter(row -> row.agencyId.isEmpty() || row.agencyId.equals(agencyId))
            .filter(row -> row.regionCode.isEmpty() || region.liesIn(row.regionCode))
            .toList();
    int best = fitting.stream().mapToInt(Standard::precision).max().orElseThrow();
    return fitting.stream()
        .filter(row -> row.precision() == best)
        .sorted(Comparator.comparing(Standard::from))
        .toList();
  }

  private int precision() {
    return agencyId.isEmpty() ? regionCode.length() : Integer.MAX_VALUE;
  }

  private Standard during(LocalDate start, LocalDate end) {
    return new Standard(product, agencyId, regionCode, start, end, fee, perUnit, limit, legalBasis);
  }

  private Standard charging(long newFee, long newPerUnit) {
    return new Standard(
        product, agencyId, regionCode, from, to, newFee, newPerUnit, limit, legalBasis);
  }
}
