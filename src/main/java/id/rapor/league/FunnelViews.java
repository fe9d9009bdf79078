package id.rapor.league;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;

import id.rapor.stats.BenjaminiHochberg;
import id.rapor.stats.Funnel;
import id.rapor.stats.Funnel.Kind;
import id.rapor.stats.Funnel.Level;
import id.rapor.stats.Funnel.Limits;
import id.rapor.stats.NormalTail;
import id.rapor.table.Cases;
import id.rapor.table.Funnels;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Makes the funnels: for each rate, how far an agency of a size may lie from the rate of all before
 * it is called different.
 */
public final class FunnelViews {
  private static final double PERCENT = 100;

  /** The value is part over whole to this; else it is no plain percentage of a count. */
  private static final double ROUNDING = 1e-6;

  private FunnelViews() {}

  /**
   * The funnels of every metric with a direction that is a percentage of a count, of all services
   * together: the adjusted value where there is one, on the arcsine scale, with limits that allow
   * for what agencies differ beyond chance (Spiegelhalter 2005). q-values are over the agencies of
   * one metric and period.
   *
   * @param measurements in the shape of {@code measurements}
   * @param metrics in the shape of {@code metrics}
   * @return in the shape of {@code funnels}, in no order
   */
  public static Dataset<Row> of(Dataset<Row> measurements, Dataset<Row> metrics) {
    Dataset<Row> directed =
        metrics
            .where(Metrics.DIRECTION.col().isin("higher", "lower"))
            .select(Metrics.CODE.col().as(Measurements.METRIC.name()));
    return measurements
        .where(isRate())
        .select(
            Measurements.PERIOD.col(),
            Measurements.METRIC.col(),
            Cases.AGENCY_ID.col(),
            Measurements.DENOMINATOR.col(),
            Measurements.VALUE.is(
                coalesce(Measurements.ADJUSTED_VALUE.col(), Measurements.VALUE.col())))
        .join(broadcast(directed), Measurements.METRIC.name())
        .repartition(Measurements.PERIOD.col(), Measurements.METRIC.col())
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) FunnelViews::funnels,
            Encoders.row(Funnels.TABLE.schema()));
  }

  private static Column isRate() {
    Column share =
        Measurements.NUMERATOR.col().divide(Measurements.DENOMINATOR.col()).multiply(PERCENT);
    return Cases.SERVICE_ID
        .col()
        .equalTo(Measurements.ALL_SERVICES)
        .and(Measurements.STATUS.col().equalTo("published"))
        .and(Metrics.UNIT.col().equalTo("percent"))
        .and(Measurements.STANDARD_ERROR.col().gt(0))
        .and(Measurements.DENOMINATOR.col().gt(0))
        .and(Measurements.NUMERATOR.col().between(0, Measurements.DENOMINATOR.col()))
        .and(abs(Measurements.VALUE.col().minus(share)).lt(ROUNDING));
  }

  private static Iterator<Row> funnels(Iterator<Row> rows) {
    SortedMap<String, List<Unit>> funnels = new TreeMap<>();
    while (rows.hasNext()) {
      Unit unit = Unit.of(rows.next());
      funnels.computeIfAbsent(unit.period + " " + unit.metric, any -> new ArrayList<>()).add(unit);
    }
    return new ArrayList<>(funnels.values()).stream().flatMap(FunnelViews::rows).iterator();
  }

  private static Stream<Row> rows(List<Unit> unsorted) {
    List<Unit> units = unsorted.stream().sorted(Comparator.comparing(Unit::agency)).toList();
    double[] size = units.stream().mapToDouble(Unit::size).toArray();
    double[] observed =
        units.stream().mapToDouble(unit -> unit.value / PERCENT * unit.size).toArray();
    Funnel funnel = Funnel.of(Kind.SHARE, observed, size);
    double[] z =
        IntStream.range(0, size.length)
            .mapToDouble(
                i -> {
                  double s = 1 / (2 * Math.sqrt(size[i]));
                  return funnel.dispersion().z(funnel.z().get(i) * s, s);
                })
            .toArray();
    double[] p = IntStream.range(0, z.length).mapToDouble(i -> NormalTail.twoSided(z[i])).toArray();
    double[] q = BenjaminiHochberg.qValues(p, p.length);
    return IntStream.range(0, z.length).mapToObj(i -> row(units.get(i), funnel, z[i], p[i], q[i]));
  }

  private static Row row(Unit unit, Funnel funnel, double z, double p, double q) {
    Limits watch = funnel.limits(unit.size, Level.WATCH);
    Limits different = funnel.limits(unit.size, Level.DIFFERENT);
    return RowFactory.create(
        unit.period,
        unit.metric,
        unit.agency,
        Math.round(unit.size),
        unit.value,
        PERCENT * Math.pow(Math.sin(funnel.target()), 2),
        PERCENT * watch.low(),
        PERCENT * watch.high(),
        PERCENT * different.low(),
        PERCENT * different.high(),
        funnel.dispersion().phi(),
        funnel.dispersion().tau2(),
        z,
        p,
        q,
        unit.isOutside(different) ? "different" : unit.isOutside(watch) ? "watch" : "no_evidence");
  }

  /** One agency in a funnel: its percentage, of so many. */
  private record Unit(String period, String metric, String agency, double size, double value) {
    static Unit of(Row row) {
      return new Unit(
          row.getAs(Measurements.PERIOD.name()),
          row.getAs(Measurements.METRIC.name()),
          row.getAs(Cases.AGENCY_ID.name()),
          row.<Double>getAs(Measurements.DENOMINATOR.name()),
          row.<Double>getAs(Measurements.VALUE.name()));
    }

    boolean isOutside(Limits limits) {
      return value < PERCENT * limits.low() || value > PERCENT * limits.high();
    }
  }
}
